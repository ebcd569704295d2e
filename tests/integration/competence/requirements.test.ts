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
  return { ...values, unitId, competenceId, submissionId: randomUUID() };
}

async function changing(id: string, minHolders: number) {
  const { seen } = await showRequirementDraft(db, manager, { id, unitId: unit.id });
  const values = { level: 2 as const, minHolders, minCarriers: 0, dueOn: null };
  return { ...values, id, unitId: unit.id, seen, submissionId: randomUUID() };
}

test("a requirement is added, changed and removed, and the unit's page shows it at once", async () => {
  const input = await adding();
  const { open } = await showRequirements(db, manager, unit.id);
  expect(open.map(({ id }) => id)).toContain(input.competenceId);
  const id = await addRequirement(db, manager, input);

  const added = await showUnit(db, manager, { unitId: unit.id, today });
  expect(added.requirements).toMatchObject([
    { id, level: 3, minHolders: 2, minCarriers: 1, dueOn: "2013-12-01", atRisk: true },
  ]);
  const view = await showRequirements(db, manager, unit.id);
  expect(view.own).toMatchObject([{ id, level: 3, dueOn: "2013-12-01" }]);
  expect(view.open.map(({ id: competenceId }) => competenceId)).not.toContain(input.competenceId);

  await changeRequirement(db, manager, await changing(id, 0));
  const changed = await showUnit(db, manager, { unitId: unit.id, today });
  expect(changed.requirements).toMatchObject([{ id, level: 2, dueOn: null, atRisk: false }]);

  await removeRequirement(db, manager, { id, unitId: unit.id, submissionId: randomUUID() });
  expect((await showUnit(db, manager, { unitId: unit.id, today })).requirements).toEqual([]);
  const trail = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(trail.map(({ action }) => action)).toEqual([
    "requirement.add",
    "requirement.change",
    "requirement.remove",
  ]);
  expect(trail.at(-1)?.detail).toMatchObject({ was: { level: 2, minHolders: 0 } });
});

test("what a unit above requires is shown below it, and changed above", async () => {
  const id = await addRequirement(db, head, await adding(department.id));
  const view = await showRequirements(db, manager, unit.id);
  expect(view.above).toMatchObject([{ id, unit: { id: department.id } }]);
  const taking = { id, unitId: unit.id, submissionId: randomUUID() };
  expect(await outcomeOf(removeRequirement(db, manager, taking))).toBe("conflict");
  const there = { ...taking, unitId: department.id };
  expect(await outcomeOf(removeRequirement(db, manager, there))).toBe("not-found");
  expect(await outcomeOf(showRequirements(db, manager, department.id))).toBe("not-found");
});

test("a requirement from above is measured on the unit's own people, its minimum above", async () => {
  const above = await makeWorkplace(db);
  const { authorityId, department, unit } = above;
  const { id: competenceId } = await makeCompetence(db, { authorityId });
  const attested = { competenceId, level: 3, attestedOn: "2013-02-01" };
  const elsewhere = await makePerson(db, { unit: department });
  await makeAttestation(db, { ...attested, personId: elsewhere.id });
  await makePerson(db, { unit });
  const id = await addRequirement(db, above.head, {
    ...(await adding(department.id)),
    competenceId,
  });

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
    outcomeOf(addRequirement(db, manager, input)),
    outcomeOf(addRequirement(db, administrator, { ...input, submissionId: randomUUID() })),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ competenceId: "competence.requirements.taken" });
  const theirs = { ...(await adding()), competenceId: (await makeCompetence(db)).id };
  expect(await outcomeOf(addRequirement(db, manager, theirs))).toEqual({
    competenceId: "errors.unreadable",
  });
});

test("of two who change or remove the same requirement one is told", async () => {
  const id = await addRequirement(db, manager, await adding());
  const [mine, theirs] = [await changing(id, 3), await changing(id, 4)];
  const changes = await Promise.all([
    outcomeOf(changeRequirement(db, manager, mine)),
    outcomeOf(changeRequirement(db, head, theirs)),
  ]);
  expect(changes).toContain("done");
  expect(changes).toContainEqual({ form: "organisation.changedMeanwhile" });
  const taking = () => ({ id, unitId: unit.id, submissionId: randomUUID() });
  const removals = await Promise.all([
    outcomeOf(removeRequirement(db, manager, taking())),
    outcomeOf(removeRequirement(db, head, taking())),
  ]);
  expect(removals.sort()).toEqual(["conflict", "done"]);
});

test("only managers of the unit and administrators of the authority require", async () => {
  const elsewhere = await makeWorkplace(db);
  const others = [
    place.employee,
    elsewhere.manager,
    makeViewer({ authorityId: elsewhere.authorityId, roles: ["administrator"] }),
    makeViewer({ roles: ["funder"] }),
  ];
  const id = await addRequirement(db, administrator, await adding());
  const change = await changing(id, 5);
  for (const viewer of others) {
    expect(await outcomeOf(addRequirement(db, viewer, await adding()))).toBe("not-found");
    expect(await outcomeOf(changeRequirement(db, viewer, change))).toBe("not-found");
    expect(await outcomeOf(showRequirements(db, viewer, unit.id))).toBe("not-found");
  }
});
