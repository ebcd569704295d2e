import { expect, test } from "vitest";
import { enterHandOver } from "~/features/cascade/entering/enter-hand-over.commands.server";
import {
  confirmHandOver,
  declineHandOver,
} from "~/features/cascade/hand-overs/answer-hand-over.commands.server";
import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import { uncountedHours } from "~/features/reports/payload/uncounted-hours.queries.server";
import { testDatabase } from "../../support/database";
import { entryOf, foundingCase, today } from "../cascade/hand-over-books";

const { db } = await testDatabase();

test("hours of a confirmed hand-over that counts for nobody stay own hours and are told", async () => {
  const { competence, project, id, viewerOf } = await foundingCase(db);
  const handOverId = await enterHandOver(db, viewerOf(id.ann), {
    entry: entryOf({ competence: competence.code, learners: [id.bo, id.cia, id.dan] }),
    today,
  });
  const told = (asOf = today) => uncountedHours(db, { projectId: project.id, asOf });
  const none = { handOvers: 0, minutes: 0 };
  const answer = { handOverId, today: "2013-10-03", agreed: "" };
  await declineHandOver(db, viewerOf(id.dan), answer);
  expect(await told()).toEqual(none);

  // What cleared the trainer was wrong; nobody has confirmed yet.
  await db.$transaction(async (tx) => {
    await tx.attestation.updateMany({
      where: { personId: id.ann, competenceId: competence.id },
      data: { withdrawnAt: new Date() },
    });
    await keepLineage(tx);
  });
  expect(await told()).toEqual(none);
  await confirmHandOver(db, viewerOf(id.bo), answer);

  // Ann's and Bo's; Cia's wait for her answer.
  expect(await told()).toEqual({ handOvers: 1, minutes: 180 });
  expect(await told("2013-10-02")).toEqual(none);
  expect(await told("2013-10-03")).toEqual({ handOvers: 1, minutes: 180 });
  expect(await db.ownHours.count({ where: { sourceId: handOverId, withdrawnAt: null } })).toBe(3);

  await db.$transaction(async (tx) => {
    await tx.attestation.updateMany({
      where: { personId: id.ann, competenceId: competence.id },
      data: { withdrawnAt: null },
    });
    await keepLineage(tx);
  });
  expect(await told()).toEqual(none);
});
