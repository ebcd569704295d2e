import { expect, test } from "vitest";
import { keepUnits } from "~/features/cascade/history/keep-units.server";
import { notReachedIn } from "~/features/cascade/history/lineage-lists.queries.server";
import { spreadFigures } from "~/features/cascade/history/spread-figures.queries.server";
import { runOutUnits } from "~/features/competence/levels/count-holding.server";
import { noteAllUnits } from "~/features/organisation/due-units.server";
import { toDbDate, type IsoDate } from "~/terms/day";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { letMove, makePerson } from "../../factories/person";
import { makeRequirement } from "../../factories/requirement";
import { makeUnit } from "../../factories/unit";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();

const count = (day: IsoDate) => db.$transaction((tx) => keepUnits(tx, day));

/** Whether pages of a day add up what is counted of the unit, or look at its people one by one. */
async function isCounted(unitId: string, day: IsoDate): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`
    select from spread_units_on(${day}::date) where unit_id = ${unitId}::uuid`;
  return rows.length > 0;
}

async function makeScene() {
  const unit = await makeUnit(db);
  const person = await makePerson(db, { unit, joinedOn: "2012-01-01" });
  const { id: competenceId } = await makeCompetence(db, { authorityId: unit.authorityId });
  const attested = { personId: person.id, competenceId, attestedOn: "2012-06-01" };
  return { unit, person, attested };
}

test("what is counted of a unit holds from the last day of a change until the next", async () => {
  const { unit, person, attested } = await makeScene();
  await makeAttestation(db, attested);
  await makeAttestation(db, { ...attested, attestedOn: "2013-03-01", level: 3 });
  await letMove(db, person.id, {
    unitId: (await makeUnit(db, { authorityId: unit.authorityId })).id,
    on: "2014-01-01",
  });
  await count("2013-05-05");
  const days = ["2013-02-28", "2013-03-01", "2013-12-31", "2014-01-01"];
  const counted = await Promise.all(days.map((day) => isCounted(unit.id, day)));
  expect(counted).toEqual([false, true, true, false]);
});

test("it ends with the day on which a trainer's hand-over counts, too", async () => {
  const { unit, person, attested } = await makeScene();
  const learner = await makePerson(db, {
    unit: await makeUnit(db, { authorityId: unit.authorityId }),
    joinedOn: "2012-01-01",
  });
  await makeAttestation(db, { ...attested, level: 4 });
  await makeHandOver(db, {
    ...{ competence: { id: attested.competenceId, authorityId: unit.authorityId } },
    ...{ heldOn: "2013-05-01", trainers: [person.id], learners: [learner.id] },
  });
  await db.$transaction(noteAllUnits);
  await count("2013-04-30");
  expect(await isCounted(unit.id, "2013-04-30")).toBe(true);
  expect(await isCounted(unit.id, "2013-05-01")).toBe(false);
});

test("a count has run out on the day that ends it", async () => {
  const { unit, person } = await makeScene();
  await letMove(db, person.id, { unitId: unit.id, on: "2014-01-01" });
  await count("2013-05-05");
  const runOut = (day: IsoDate) => runOutUnits(db, { day, most: 1000 });
  expect(await runOut("2013-12-31")).not.toContain(unit.id);
  expect(await runOut("2014-01-01")).toContain(unit.id);
});

test("a count that has run out is made anew with the next act, whoever's", async () => {
  const { unit, person, attested } = await makeScene();
  await makeAttestation(db, attested);
  await letMove(db, person.id, { unitId: unit.id, on: "2014-01-01" });
  await count("2013-05-05");
  expect(await isCounted(unit.id, "2015-01-01")).toBe(false);
  await makeAttestation(db, (await makeScene()).attested);
  expect(await isCounted(unit.id, "2015-01-01")).toBe(true);
});

test("what a change leaves uncounted is not added up", async () => {
  const { unit, person, attested } = await makeScene();
  await makeAttestation(db, attested);
  await count("2015-01-01");
  const changes = [
    () => db.attestation.updateMany({ where: { personId: person.id }, data: { level: 3 } }),
    () => db.attestation.deleteMany({ where: { personId: person.id } }),
    () => db.placement.updateMany({ where: { personId: person.id }, data: { share: 50 } }),
    () => letMove(db, person.id, { unitId: unit.id, on: "2014-01-01" }),
    () => db.lineagePerson.deleteMany({ where: { personId: person.id } }),
    () => db.placement.deleteMany({ where: { personId: person.id } }),
  ];
  for (const change of changes) {
    expect(await isCounted(unit.id, "2015-01-01")).toBe(true);
    await change();
    expect(await isCounted(unit.id, "2015-01-01")).toBe(false);
    await count("2015-01-01");
  }
});

test("who works in two units at once is looked for where everybody else has been reached", async () => {
  const { unit, attested } = await makeScene();
  const other = await makeUnit(db, { authorityId: unit.authorityId });
  const shared = await makePerson(db, { unit, joinedOn: "2012-01-01" });
  await db.placement.updateMany({ where: { personId: shared.id }, data: { share: 50 } });
  await db.placement.create({
    data: { personId: shared.id, unitId: other.id, startsOn: toDbDate("2012-01-01"), share: 50 },
  });
  await makeRequirement(db, { unitId: unit.id, competenceId: attested.competenceId });
  await makeAttestation(db, attested);
  const day = "2015-01-01";
  await db.$transaction(noteAllUnits);
  await count(day);
  expect(await isCounted(unit.id, day)).toBe(true);
  const group = { unitIds: [unit.id] };
  const asked = { competenceId: attested.competenceId, group, asOf: day };
  expect(await notReachedIn(db, asked, null)).toEqual([shared.id]);
});

test("who works in two units at once is counted once, and only in what is asked of them", async () => {
  const { unit, person, attested } = await makeScene();
  const other = await makeUnit(db, { authorityId: unit.authorityId });
  await db.placement.updateMany({ where: { personId: person.id }, data: { share: 50 } });
  await db.placement.create({
    data: { personId: person.id, unitId: other.id, startsOn: toDbDate("2012-01-01"), share: 50 },
  });
  const colleague = await makePerson(db, { unit, joinedOn: "2012-01-01" });
  const { id: notAsked } = await makeCompetence(db, { authorityId: unit.authorityId });
  for (const { id: unitId } of [unit, other]) {
    await makeRequirement(db, { unitId, competenceId: attested.competenceId });
  }
  for (const { id: personId } of [person, colleague]) {
    await makeAttestation(db, { ...attested, personId });
    await makeAttestation(db, { ...attested, personId, competenceId: notAsked });
  }
  const day = "2015-01-01";
  await db.$transaction(noteAllUnits);
  await count(day);
  const figures = await spreadFigures(db, {
    competenceIds: [attested.competenceId, notAsked],
    group: { unitIds: [unit.id, other.id] },
    asOf: day,
  });
  const reachOf = (id: string) => figures.find(({ competenceId }) => competenceId === id)?.reach;
  expect(reachOf(attested.competenceId)).toEqual({ numerator: 2, denominator: 2, beside: 0 });
  expect(reachOf(notAsked)).toEqual({ numerator: 0, denominator: 0, beside: 2 });
});
