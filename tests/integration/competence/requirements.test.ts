import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { showUnit } from "~/overviews/unit/unit-overview.queries.server";
import {
  addRequirement,
  changeRequirement,
  removeRequirement,
} from "~/features/competence/requirements/requirements.commands.server";
import {
  showRequirementDraft,
  showRequirements,
} from "~/features/competence/requirements/requirements.queries.server";
import { makeAttestation } from "../../factories/attestation";
import { makeCompetence } from "../../factories/competence";
import { makePerson } from "../../factories/person";
import { makeRequirement } from "../../factories/requirement";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const today = "2013-06-01";
const place = await makeWorkplace(db);
const { manager, head, unit, department, authorityId } = place;
const administrator = makeViewer({ authorityId, roles: ["administrator"] });

async function adding(unitId = unit.id) {
  const { id: competenceId } = await makeCompetence(db, { authorityId });
  const values = { level: 3 as const, minHolders: 2, minCarriers: 1, dueOn: "2013-12-01" };
  const startsOn = "2013-02-01";
  return { ...values, startsOn, unitId, competenceId, submissionId: randomUUID() };
}

async function changing(id: string, minHolders: number, from: string | null = null) {
  const { seen } = await showRequirementDraft(db, manager, { id, unitId: unit.id, today });
  const values = { level: 2 as const, minHolders, minCarriers: 0, dueOn: null };
  return { ...values, id, from, unitId: unit.id, seen, submissionId: randomUUID() };
}

function removing(id: string, how: "ended" | "mistake" = "ended") {
  return { id, how, unitId: unit.id, submissionId: randomUUID() };
}

/** What the unit's page says of one competence on a day: level and minimum. */
async function requiredOn(day: string, competenceId: string): Promise<string[]> {
  const { code } = await db.competence.findUniqueOrThrow({ where: { id: competenceId } });
  const { requirements } = await showUnit(db, manager, { unitId: unit.id, today: day });
  return requirements
    .filter(({ competence }) => competence.code === code)
    .map(({ level, minHolders }) => `${level} ${minHolders}`);
}

test("a requirement is added, changed and removed, and the unit's page shows it at once", async () => {
  const input = await adding();
  const { competenceId } = input;
  const list = () => showRequirements(db, manager, { unitId: unit.id, today });
  const open = async () => (await list()).open.map(({ id }) => id);
  expect(await open()).toContain(competenceId);
  const id = await addRequirement(db, manager, input, today);

  const added = await showUnit(db, manager, { unitId: unit.id, today });
  expect(added.requirements).toMatchObject([
    { id, level: 3, minHolders: 2, minCarriers: 1, dueOn: "2013-12-01", atRisk: true },
  ]);
  expect((await list()).own).toMatchObject([
    { id, level: 3, dueOn: "2013-12-01", startsOn: "2013-02-01", endsBefore: null },
  ]);
  expect(await open()).not.toContain(competenceId);

  const nextId = await changeRequirement(db, manager, await changing(id, 0), today);
  const changed = await showUnit(db, manager, { unitId: unit.id, today });
  expect(changed.requirements).toMatchObject([
    { id: nextId, level: 2, dueOn: null, atRisk: false },
  ]);
  expect((await list()).earlier).toMatchObject([{ id, level: 3, endsBefore: today }]);

  const later = "2013-08-01";
  await removeRequirement(db, manager, removing(nextId), later);
  expect(await requiredOn(later, competenceId)).toEqual([]);
  expect(await open()).not.toContain(competenceId);
  const trail = await db.auditEvent.findMany({
    where: { subjectId: { in: [id, nextId] } },
    orderBy: { id: "asc" },
  });
  expect(trail.map(({ action }) => action)).toEqual([
    "requirement.add",
    "requirement.change",
    "requirement.remove",
  ]);
  expect(trail[1]?.detail).toMatchObject({ was: { level: 3 }, next: { level: 2 }, nextId });
  expect(trail[2]?.detail).toMatchObject({
    was: { level: 2, minHolders: 0 },
    old: { endsBefore: later },
  });
});

test("what is entered with a later day changes no earlier day", async () => {
  const { competenceId, ...input } = await adding();
  const id = await addRequirement(db, manager, { ...input, competenceId }, today);
  await changeRequirement(db, manager, await changing(id, 5, "2013-09-01"), today);
  const on = async (...days: string[]) =>
    Promise.all(days.map(async (day) => (await requiredOn(day, competenceId)).join()));
  expect(await on("2013-01-31", "2013-02-01", "2013-08-31", "2013-09-01")).toEqual([
    "",
    "3 2",
    "3 2",
    "2 5",
  ]);
  const { own } = await showRequirements(db, manager, { unitId: unit.id, today });
  const stretches = own.filter(({ competence }) => competence.id === competenceId);
  expect(stretches.map(({ when, endsBefore }) => [when, endsBefore])).toEqual([
    ["now", "2013-09-01"],
    ["later", null],
  ]);
  // The coming one is put off, and then given up: it never was, and the one before it goes on.
  const coming = stretches[1]?.id ?? "";
  expect(
    await outcomeOf(changeRequirement(db, manager, await changing(coming, 5, "2013-07-01"), today)),
  ).toEqual({
    from: "competence.requirements.otherThen",
  });
  await removeRequirement(db, manager, removing(coming), today);
  expect(await on("2013-08-31", "2013-09-01")).toEqual(["3 2", "3 2"]);
  const row = await db.requirement.findUnique({ where: { id: coming } });
  expect(row).toMatchObject({ withdrawnAt: expect.any(Date), endsBefore: null });
});

test("where a change was a mistake, what it changed goes on", async () => {
  const { competenceId, ...input } = await adding();
  const id = await addRequirement(db, manager, { ...input, competenceId }, today);
  const changed = await changeRequirement(db, manager, await changing(id, 5), today);
  await removeRequirement(db, manager, removing(changed, "mistake"), today);
  expect(await requiredOn("2013-05-31", competenceId)).toEqual(["3 2"]);
  expect(await requiredOn(today, competenceId)).toEqual(["3 2"]);
  // A requirement that no longer holds ends, whatever it had changed.
  const again = await changeRequirement(db, manager, await changing(id, 5), today);
  await removeRequirement(db, manager, removing(again), today);
  expect(await requiredOn(today, competenceId)).toEqual([]);
});

test("what was ended stays so where something required anew from that day was a mistake", async () => {
  const { competenceId, ...input } = await adding();
  const id = await addRequirement(db, manager, { ...input, competenceId }, today);
  await removeRequirement(db, manager, removing(id), today);
  const again = { ...input, competenceId, submissionId: randomUUID() };
  const anew = await addRequirement(db, manager, { ...again, startsOn: today }, today);
  const corrected = await changeRequirement(db, manager, await changing(anew, 5), today);
  await removeRequirement(db, manager, removing(corrected, "mistake"), today);
  expect(await requiredOn("2013-05-31", competenceId)).toEqual(["3 2"]);
  expect(await requiredOn(today, competenceId)).toEqual([]);
});

test("what is changed between two changes goes on where the later one was a mistake", async () => {
  const { competenceId, ...input } = await adding();
  const id = await addRequirement(db, manager, { ...input, competenceId }, today);
  const later = await changeRequirement(db, manager, await changing(id, 5, "2013-09-01"), today);
  await changeRequirement(db, manager, await changing(id, 4), today);
  await removeRequirement(db, manager, removing(later, "mistake"), today);
  expect(await requiredOn("2013-05-31", competenceId)).toEqual(["3 2"]);
  expect(await requiredOn("2013-09-01", competenceId)).toEqual(["2 4"]);
});

test("from its own first day it is a correction: the old row never was", async () => {
  const { competenceId, ...input } = await adding();
  const id = await addRequirement(db, manager, { ...input, competenceId }, today);
  const change = await changing(id, 1, "2013-02-01");
  const nextId = await changeRequirement(db, manager, change, today);
  expect(nextId).not.toBe(id);
  expect(await requiredOn("2013-02-01", competenceId)).toEqual(["2 1"]);
  expect(await db.requirement.findUnique({ where: { id } })).toMatchObject({
    withdrawnAt: expect.any(Date),
  });
  // The address of the old row leads to what took its place.
  const { draft } = await showRequirementDraft(db, manager, { id, unitId: unit.id, today });
  expect(draft.id).toBe(nextId);
  // The same values change nothing, and make no new row.
  const again = { ...(await changing(nextId, 1)), from: null };
  expect(await changeRequirement(db, manager, again, today)).toBe(nextId);
  expect(await db.requirement.count({ where: { competenceId } })).toBe(2);
});

test("a removed one was until today, or was a mistake and never was", async () => {
  const [ended, mistaken] = [await adding(), await adding()];
  const on = async (day: string) => [
    await requiredOn(day, ended.competenceId),
    await requiredOn(day, mistaken.competenceId),
  ];
  const endedId = await addRequirement(db, manager, ended, today);
  const mistakenId = await addRequirement(db, manager, mistaken, today);
  expect(await on("2013-05-31")).toEqual([["3 2"], ["3 2"]]);
  await removeRequirement(db, manager, removing(endedId), today);
  await removeRequirement(db, manager, removing(mistakenId, "mistake"), today);
  expect(await on("2013-05-31")).toEqual([["3 2"], []]);
  expect(await on(today)).toEqual([[], []]);
  const { own, earlier } = await showRequirements(db, manager, { unitId: unit.id, today });
  expect(own.map(({ id }) => id)).not.toContain(mistakenId);
  expect(earlier.map(({ id }) => id)).toContain(endedId);
  expect(earlier.map(({ id }) => id)).not.toContain(mistakenId);
  // It may be required anew, from the day that it ended on.
  const again = { ...ended, submissionId: randomUUID(), startsOn: "2013-05-31" };
  expect(await outcomeOf(addRequirement(db, manager, again, today))).toEqual({
    competenceId: "competence.requirements.taken",
  });
  const anew = { ...again, submissionId: randomUUID(), startsOn: null };
  await addRequirement(db, manager, anew, today);
  expect(await on(today)).toEqual([["3 2"], []]);
});

test("one that was changed to end can't be changed after its end", async () => {
  const id = await addRequirement(db, manager, await adding(), today);
  await changeRequirement(db, manager, await changing(id, 5, "2013-09-01"), today);
  for (const from of ["2013-09-01", "2013-10-01"]) {
    const change = await changing(id, 7, from);
    expect(await outcomeOf(changeRequirement(db, manager, change, today))).toEqual({
      from: "competence.requirements.endedByThen",
    });
  }
});

test("the database refuses two of one unit and competence on one day, and days before all days", async () => {
  const { id: competenceId } = await makeCompetence(db, { authorityId });
  const given = { unitId: unit.id, competenceId };
  await makeRequirement(db, { ...given, startsOn: "2013-01-01", endsBefore: "2013-06-01" });
  await makeRequirement(db, { ...given, startsOn: "2013-06-01" });
  await makeRequirement(db, { ...given, startsOn: "2013-03-01", withdrawn: true });
  const elsewhere = await makeUnit(db, { authorityId });
  await makeRequirement(db, { ...given, unitId: elsewhere.id, startsOn: "2013-03-01" });
  await expect(
    makeRequirement(db, { ...given, startsOn: "2012-01-01", endsBefore: "2013-01-02" }),
  ).rejects.toThrow("requirement_once");
  const other = { ...given, competenceId: (await makeCompetence(db, { authorityId })).id };
  for (const days of [
    { startsOn: "1899-12-31" },
    { startsOn: "2013-01-01", endsBefore: "2013-01-01" },
  ]) {
    await expect(makeRequirement(db, { ...other, ...days })).rejects.toThrow("requirement_days");
  }
});

test("what a unit above requires is shown below it, and changed above", async () => {
  const id = await addRequirement(db, head, await adding(department.id), today);
  const above = async (day: string) =>
    (await showRequirements(db, manager, { unitId: unit.id, today: day })).above;
  expect(await above(today)).toMatchObject([{ id, unit: { name: department.name } }]);
  expect(await above("2013-01-31")).toEqual([]);
  const taking = removing(id);
  expect(await outcomeOf(removeRequirement(db, manager, taking, today))).toBe("conflict");
  const there = { ...taking, unitId: department.id };
  expect(await outcomeOf(removeRequirement(db, manager, there, today))).toBe("not-found");
  const theirs = { unitId: department.id, today };
  expect(await outcomeOf(showRequirements(db, manager, theirs))).toBe("not-found");
});

test("a requirement from above is measured on the unit's own people, its minimum above", async () => {
  const above = await makeWorkplace(db);
  const { authorityId, department, unit } = above;
  const { id: competenceId } = await makeCompetence(db, { authorityId });
  const attested = { competenceId, level: 3, attestedOn: "2013-02-01" };
  const elsewhere = await makePerson(db, { unit: department });
  await makeAttestation(db, { ...attested, personId: elsewhere.id });
  await makePerson(db, { unit });
  const input = { ...(await adding(department.id)), competenceId };
  const id = await addRequirement(db, above.head, input, today);

  const below = await showUnit(db, above.manager, { unitId: unit.id, today });
  const requirement = below.requirements.find((row) => row.id === id);
  expect(requirement).toMatchObject({ isFromAbove: true, holders: 0, atRisk: false });
  expect(requirement?.people).toBe(below.peopleCount);
  const whole = await showUnit(db, above.head, { unitId: department.id, today });
  expect(whole.requirements.find((row) => row.id === id)).toMatchObject({
    isFromAbove: false,
    holders: 1,
    people: whole.peopleCount,
    minHolders: 2,
    atRisk: true,
  });
});

test("a competence is required once of a unit, also by two at the same moment", async () => {
  const input = await adding();
  const both = await Promise.all([
    outcomeOf(addRequirement(db, manager, input, today)),
    outcomeOf(addRequirement(db, administrator, { ...input, submissionId: randomUUID() }, today)),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ competenceId: "competence.requirements.taken" });
  const theirs = { ...(await adding()), competenceId: (await makeCompetence(db)).id };
  expect(await outcomeOf(addRequirement(db, manager, theirs, today))).toEqual({
    competenceId: "errors.notOffered",
  });
});

test("of two who change or remove the same requirement one is told", async () => {
  for (const from of [null, "2013-02-01"]) {
    const id = await addRequirement(db, manager, await adding(), today);
    const [mine, theirs] = [await changing(id, 3, from), await changing(id, 4, from)];
    const changes = await Promise.all([
      outcomeOf(changeRequirement(db, manager, mine, today)),
      outcomeOf(changeRequirement(db, head, theirs, today)),
    ]);
    expect(changes).toContain("done");
    expect(changes).toContainEqual({ form: "organisation.changedMeanwhile" });
    // Whoever was told is shown what holds now, and may save again.
    const { draft } = await showRequirementDraft(db, head, { id, unitId: unit.id, today });
    expect(draft).toMatchObject({ level: 2, endsBefore: null });
    const removals = await Promise.all([
      outcomeOf(removeRequirement(db, manager, removing(draft.id), "2013-08-01")),
      outcomeOf(removeRequirement(db, head, removing(draft.id), "2013-08-01")),
    ]);
    expect(removals.sort()).toEqual(["conflict", "done"]);
  }
});

test("only managers of the unit and administrators of the authority require", async () => {
  const elsewhere = await makeWorkplace(db);
  const others = [
    place.employee,
    elsewhere.manager,
    makeViewer({ authorityId: elsewhere.authorityId, roles: ["administrator"] }),
    makeViewer({ roles: ["funder"] }),
  ];
  const id = await addRequirement(db, administrator, await adding(), today);
  const change = await changing(id, 5);
  const list = { unitId: unit.id, today };
  for (const viewer of others) {
    expect(await outcomeOf(addRequirement(db, viewer, await adding(), today))).toBe("not-found");
    expect(await outcomeOf(changeRequirement(db, viewer, change, today))).toBe("not-found");
    expect(await outcomeOf(showRequirements(db, viewer, list))).toBe("not-found");
  }
});
