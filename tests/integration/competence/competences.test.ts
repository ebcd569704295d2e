import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  listCompetenceRows,
  showCompetenceDraft,
} from "~/features/competence/catalogue/competence-list.queries.server";
import {
  changeCompetence,
  createCompetence,
} from "~/features/competence/catalogue/competences.commands.server";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { makeViewer } from "../../factories/viewer";
import { makeStaff, makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const place = await makeWorkplace(db);
const { manager, authorityId } = place;
const administrator = makeViewer({ authorityId, roles: ["administrator"] });

const typed = (given: { name?: string; code?: string; elements?: string[] } = {}) => ({
  submissionId: randomUUID(),
  name: "Sökmetoder",
  code: `sok-${randomUUID().slice(0, 8)}`,
  description: "Att söka.",
  elements: ["Sök", "Karta", "Källor"],
  ...given,
});

async function changing(id: string, elements: string[]) {
  const { draft } = await showCompetenceDraft(db, manager, id);
  return { ...typed({ code: draft.code, elements }), id, seen: draft.seen };
}

async function elementsOf(competenceId: string) {
  return db.coreElement.findMany({
    where: { competenceId },
    orderBy: { position: "asc" },
    select: { id: true, position: true, name: true },
  });
}

test("a competence is set up with its core elements in order, and stands in the list", async () => {
  const input = typed({ name: "Aktsamhet" });
  const id = await createCompetence(db, manager, input);
  expect(await elementsOf(id)).toMatchObject([
    { position: 1, name: "Sök" },
    { position: 2, name: "Karta" },
    { position: 3, name: "Källor" },
  ]);
  const requirement = { competenceId: id, level: 2, minHolders: 2, minCarriers: 1 };
  await db.requirement.create({ data: { ...requirement, unitId: place.unit.id } });
  const { rows, count } = await listCompetenceRows(db, administrator, 1);
  expect(count).toBe(2);
  expect(rows[0]).toEqual({
    id,
    code: input.code,
    name: "Aktsamhet",
    elementCount: 3,
    requiredIn: [{ unitId: place.unit.id, unitName: place.unit.name, level: 2 }],
    moreUnits: 0,
  });
  const trail = await db.auditEvent.findFirst({ where: { subjectId: id } });
  expect(trail).toMatchObject({ action: "competence.create", accountId: manager.accountId });
});

test("a code is taken once, also by two at the same moment; the same form twice makes one", async () => {
  const input = typed();
  const both = await Promise.all([
    outcomeOf(createCompetence(db, manager, input)),
    outcomeOf(createCompetence(db, administrator, { ...input, submissionId: randomUUID() })),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ code: "competence.form.codeTaken" });

  const again = typed();
  const [first, second] = await Promise.all([
    createCompetence(db, manager, again),
    createCompetence(db, manager, again),
  ]);
  expect(second).toBe(first);
});

test("elements are renamed, moved, added and removed, and the kept ones keep their ids", async () => {
  const id = await createCompetence(db, manager, typed());
  const [search, map, sources] = await elementsOf(id);
  await changeCompetence(db, manager, await changing(id, ["Källor", "Sök", "Kartor", "Etik"]));
  const moved = await elementsOf(id);
  expect(moved.slice(0, 2)).toEqual([
    { id: sources?.id, position: 1, name: "Källor" },
    { id: search?.id, position: 2, name: "Sök" },
  ]);
  // One line for "Karta" and one beside it: nothing is guessed.
  expect(moved.slice(2)).toMatchObject([{ name: "Kartor" }, { name: "Etik" }]);
  expect(moved.map((element) => element.id)).not.toContain(map?.id);

  await changeCompetence(db, manager, await changing(id, ["Källkritik", "Sök", "Etik"]));
  expect(await elementsOf(id)).toEqual([
    { id: sources?.id, position: 1, name: "Källkritik" },
    { id: search?.id, position: 2, name: "Sök" },
    { id: moved[3]?.id, position: 3, name: "Etik" },
  ]);
});

test("what a hand-over has delivered is renamed, and never removed", async () => {
  const id = await createCompetence(db, manager, typed());
  const [search] = await elementsOf(id);
  const learner = await makeStaff(db, place.unit);
  await makeHandOver(db, {
    competence: { id, authorityId },
    heldOn: "2013-05-01",
    trainers: [manager.personId ?? ""],
    learners: [learner.personId ?? ""],
    elements: [search?.id ?? ""],
  });
  const before = await elementsOf(id);
  const without = await changing(id, ["Karta", "Källor"]);
  expect(await outcomeOf(changeCompetence(db, manager, without))).toEqual({
    elements: "competence.form.elementDelivered",
  });
  expect(await elementsOf(id)).toEqual(before);
  await changeCompetence(db, manager, await changing(id, ["Karta", "Källor", "Sök"]));
  await changeCompetence(db, manager, await changing(id, ["Karta", "Källor", "Sökningar"]));
  expect((await elementsOf(id)).at(-1)).toEqual({ id: search?.id, position: 3, name: "Sökningar" });
});

test("of two who change the same competence one is told that it has changed", async () => {
  const id = await createCompetence(db, manager, typed());
  const mine = await changing(id, ["Mitt"]);
  const theirs = await changing(id, ["Deras"]);
  const both = await Promise.all([
    outcomeOf(changeCompetence(db, manager, mine)),
    outcomeOf(changeCompetence(db, administrator, theirs)),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ form: "organisation.changedMeanwhile" });
  expect(await elementsOf(id)).toHaveLength(1);
});

test("only leaders of the authority set up its competences", async () => {
  const elsewhere = await makeWorkplace(db);
  const id = await createCompetence(db, manager, typed());
  const change = await changing(id, ["Sök"]);
  const projectManager = makeViewer({ authorityId, roles: ["project-manager"] });
  for (const viewer of [place.employee, projectManager, makeViewer({ roles: ["funder"] })]) {
    expect(await outcomeOf(createCompetence(db, viewer, typed()))).toBe("forbidden");
    expect(await outcomeOf(changeCompetence(db, viewer, change))).toBe("forbidden");
    expect(await outcomeOf(listCompetenceRows(db, viewer, 1))).toBe("forbidden");
  }
  expect(await outcomeOf(changeCompetence(db, elsewhere.manager, change))).toBe("not-found");
  expect(await outcomeOf(showCompetenceDraft(db, elsewhere.manager, id))).toBe("not-found");
  const theirs = await makeCompetence(db, { authorityId: elsewhere.authorityId });
  const taken = { ...change, code: theirs.code };
  expect(await outcomeOf(changeCompetence(db, manager, taken))).toEqual({
    code: "competence.form.codeTaken",
  });
});
