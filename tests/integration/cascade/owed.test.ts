import { expect, test } from "vitest";
import { listOwed } from "~/features/cascade/plans/owed.queries.server";
import { listToConfirm } from "~/features/cascade/hand-overs/to-confirm.queries.server";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeHandOver } from "../../factories/hand-over";
import { makeWorkGroup } from "../../factories/work-group";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const today = "2013-11-21";

test("what is left of a plan is what no counted hand-over since the training has reached", async () => {
  const { unit, competence, id } = await makeWorkGroup(db, "ann", "bo", "cia", "dan");
  const competenceId = competence.id;
  await makeAttestation(db, { personId: id.ann, competenceId, attestedOn: "2013-02-01", level: 4 });
  const plan = (given: { status?: "approved" | "submitted"; planDueOn: string }) =>
    db.trainingRecord.create({
      data: {
        authorityId: unit.authorityId,
        personId: id.ann,
        kind: "course",
        title: "Sökmetoder",
        competenceId,
        heldOn: toDbDate("2013-02-01"),
        minutes: 480,
        planColleagues: 3,
        status: given.status ?? "approved",
        planDueOn: toDbDate(given.planDueOn),
      },
    });
  const { id: late } = await plan({ planDueOn: "2013-11-20" });
  const { id: coming } = await plan({ planDueOn: today });
  await plan({ planDueOn: today, status: "submitted" });
  await makeHandOver(db, {
    competence,
    heldOn: "2013-03-01",
    trainers: [id.ann],
    learners: [id.bo, { id: id.cia }, { id: id.dan, declinedOn: "2013-03-02" }],
  });

  const owed = await listOwed(db, { personIds: [id.ann] }, today);

  expect(owed).toMatchObject([
    { trainingRecordId: late, planned: 3, reached: 1, left: 2, isLate: true },
    { trainingRecordId: coming, planned: 3, reached: 1, left: 2, isLate: false },
  ]);
  expect(owed[0]).toMatchObject({ competence: { code: competence.code }, person: { id: id.ann } });
  expect(await listOwed(db, { unitIds: [unit.id] }, today)).toEqual(owed);
  expect(await listOwed(db, { personIds: [id.bo] }, today)).toEqual([]);

  await makeHandOver(db, {
    competence,
    heldOn: "2013-04-01",
    trainers: [id.ann],
    learners: [id.cia, id.dan],
  });
  expect(await listOwed(db, { unitIds: [unit.id] }, today)).toEqual([]);
});

test("only what waits for the viewer's answer is to be confirmed", async () => {
  const { competence, id } = await makeWorkGroup(db, "ann", "bo", "cia");
  const waiting = await makeHandOver(db, {
    competence,
    heldOn: "2013-03-01",
    trainers: [id.ann],
    learners: [{ id: id.bo }, id.cia],
    elements: competence.coreElements.slice(0, 1).map((element) => element.id),
  });
  const given = { competence, heldOn: "2013-04-01", trainers: [id.ann] };
  await makeHandOver(db, { ...given, learners: [{ id: id.bo }], withdrawn: true });
  await makeHandOver(db, { ...given, learners: [{ id: id.bo, declinedOn: "2013-04-02" }] });

  expect(await listToConfirm(db, { personId: id.bo, today })).toMatchObject([
    {
      id: waiting.id,
      heldOn: "2013-03-01",
      minutes: 120,
      trainers: [expect.stringMatching(/^ann /)],
      elements: ["Moment 1"],
    },
  ]);
  expect(await listToConfirm(db, { personId: id.cia, today })).toEqual([]);
  expect(await listToConfirm(db, { personId: null, today })).toEqual([]);
});
