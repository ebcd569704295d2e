import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  answerHandOverTraining,
  recordHandOverTraining,
} from "~/features/training/records/hand-over-training.commands.server";
import { withdrawSourced } from "~/features/training/records/withdraw-sourced.commands.server";
import { makePerson } from "../../factories/person";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const { authorityId, competence, unit } = await makeWorkplace(db);

async function recorded() {
  const learners = await Promise.all([makePerson(db, { unit }), makePerson(db, { unit })]);
  const [first, second] = learners.map(({ id }) => id);
  if (!first || !second) throw new Error("Two learners were made");
  const handOverId = randomUUID();
  await db.$transaction((tx) =>
    recordHandOverTraining(tx, {
      handOverId,
      authorityId,
      competenceId: competence.id,
      title: competence.name,
      heldOn: "2013-05-14",
      learners: [first, second].map((personId) => ({
        ...{ personId, minutes: 120, status: "submitted" as const },
      })),
      submittedById: null,
    }),
  );
  return { handOverId, first, second };
}

async function statuses(handOverId: string) {
  const records = await db.trainingRecord.findMany({ where: { sourceId: handOverId } });
  return Object.fromEntries(records.map(({ personId, status }) => [personId, status]));
}

test("a hand-over becomes one record a learner, waiting for their answer", async () => {
  const { handOverId, first, second } = await recorded();

  const records = await db.trainingRecord.findMany({ where: { sourceId: handOverId } });
  expect(records.map(({ personId }) => personId).sort()).toEqual([first, second].sort());
  expect(records[0]).toMatchObject({
    kind: "hand_over",
    status: "submitted",
    minutes: 120,
    heldOn: new Date("2013-05-14"),
    competenceId: competence.id,
  });
});

test("each learner's answer is their own", async () => {
  const { handOverId, first, second } = await recorded();
  await answerHandOverTraining(db, { handOverId, personId: first, status: "approved" });
  await answerHandOverTraining(db, { handOverId, personId: second, status: "declined" });

  expect(await statuses(handOverId)).toEqual({ [first]: "approved", [second]: "declined" });
});

test("a withdrawn hand-over is withdrawn from everybody, and takes no answers", async () => {
  const { handOverId, first, second } = await recorded();
  await answerHandOverTraining(db, { handOverId, personId: first, status: "approved" });

  const source = { type: "hand_over" as const, id: handOverId };
  // Of another kind, though of the same id.
  await withdrawSourced(db, { ...source, type: "training_record" });
  expect((await withdrawSourced(db, source)).trainingRecords).toBe(2);
  expect(
    await answerHandOverTraining(db, { handOverId, personId: second, status: "approved" }),
  ).toBe(0);
  expect((await withdrawSourced(db, source)).trainingRecords).toBe(0);
  expect(await statuses(handOverId)).toEqual({ [first]: "withdrawn", [second]: "withdrawn" });
});
