import { expect, test } from "vitest";
import { daysOfPerson } from "~/overviews/person/days-of-person.queries.server";
import { toDbDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeBudgetLine } from "../../factories/budget-line";
import { makeFrozenGroup } from "../../factories/frozen-group";
import { makeHandOver } from "../../factories/hand-over";
import { makeOwnHours } from "../../factories/own-hours";
import { makePerson } from "../../factories/person";
import { makeProject } from "../../factories/project";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const { unit, authorityId, competence, manager } = await makeWorkplace(db);
const project = await makeProject(db, { unit, startsOn: "2026-01-01", endsBefore: "2027-01-01" });
const { id: budgetLineId } = await makeBudgetLine(db, { projectId: project.id });

type Standing = "stands" | "withdrawn";

/** One of everything, on days of the month: what stands, and beside it what was taken back. */
async function record(personId: string, other: string): Promise<void> {
  const held = (day: string, part: { trainers: string[]; learners: string[] }, given = {}) =>
    makeHandOver(db, { competence, heldOn: `2026-05-${day}`, ...part, ...given });
  const learning = { trainers: [other], learners: [personId] };
  await held("01", { trainers: [personId], learners: [other] }, { projectId: project.id });
  await held("02", learning);
  await held("03", learning, { withdrawn: true });
  const { id: declined } = await held("04", learning);
  await db.handOverLearner.updateMany({
    where: { handOverId: declined },
    data: { confirmedOn: null, declinedOn: toDbDate("2026-05-05") },
  });
  await courses(personId);
  const logged = {
    authorityId,
    personId,
    kind: "course",
    status: "approved",
    minutes: 60,
  } as const;
  await db.trainingRecord.createMany({
    data: [
      { ...logged, title: "Projektets", heldOn: toDbDate("2026-06-11"), projectId: project.id },
      { ...logged, title: "Postens", heldOn: toDbDate("2026-06-12"), budgetLineId, costOre: 100n },
    ],
  });
  for (const [day, standing] of Object.entries(standings)) {
    const withdrawn = standing === "withdrawn";
    await makeAttestation(db, {
      ...{ personId, competenceId: competence.id, attestedOn: `2026-07-${day}`, withdrawn },
    });
    await makeOwnHours(db, {
      ...{ personId, projectId: project.id, budgetLineId, workedOn: `2026-08-${day}` },
      ...{ minutes: 60, amountOre: 35_000, ...(withdrawn && { withdrawnAt: new Date() }) },
    });
  }
}

const standings: Record<string, Standing> = { "01": "stands", "02": "withdrawn" };

/** What was handed over is the hand-over's, whatever record it has left. */
async function courses(personId: string): Promise<void> {
  const kinds = [
    ...(["submitted", "returned", "approved", "declined", "withdrawn"] as const).map(
      (status) => ["course", status] as const,
    ),
    ...([["import", "approved"] as const, ["hand_over", "approved"] as const] as const),
  ];
  for (const [index, [kind, status]] of kinds.entries()) {
    await db.trainingRecord.create({
      data: {
        ...{ authorityId, personId, kind, status, title: "Kurs", minutes: 60 },
        heldOn: toDbDate(`2026-06-0${index + 1}`),
      },
    });
  }
}

test("what is recorded of somebody is told with its day, and what was taken back is not", async () => {
  const [person, colleague] = [await makePerson(db, { unit }), await makePerson(db, { unit })];
  await record(person.id, colleague.id);
  await record(colleague.id, person.id);
  await makeFrozenGroup(db, { project, competenceId: competence.id, members: [person.id] });

  const days = await daysOfPerson(manager)(db, person.id);
  const told = days.map(({ kind, day, unitId }) => [day, kind, unitId].join(" ").trim());
  // The hand-overs of the two are each other's: on each day one as trainer and one as learner.
  expect(told.sort()).toEqual([
    `2026-01-01 frozen-group ${unit.id}`,
    `2026-05-01 hand-over ${unit.id}`,
    `2026-05-01 hand-over ${unit.id}`,
    "2026-05-02 hand-over",
    "2026-05-02 hand-over",
    "2026-05-04 hand-over",
    "2026-06-01 course",
    "2026-06-02 course",
    "2026-06-03 course",
    "2026-06-06 course",
    `2026-06-11 course ${unit.id}`,
    `2026-06-12 course ${unit.id}`,
    "2026-07-01 attestation",
    `2026-08-01 own-hours ${unit.id}`,
  ]);
});
