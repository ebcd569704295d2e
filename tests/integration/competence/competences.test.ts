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
import {
  findCompetence,
  listedCompetences,
} from "~/features/competence/catalogue/competences.queries.server";
import { coreElementsOn } from "~/features/competence/catalogue/core-elements.queries.server";
import { makeCompetence } from "../../factories/competence";
import { makeHandOver } from "../../factories/hand-over";
import { makeRequirement } from "../../factories/requirement";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { makeStaff, makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const today = "2013-10-01";
const place = await makeWorkplace(db);
const { manager, authorityId } = place;
const administrator = makeViewer({ authorityId, roles: ["administrator"] });

const typed = (given: { name?: string; code?: string; elements?: string[] } = {}) => ({
  submissionId: randomUUID(),
  name: `Sökmetoder ${randomUUID()}`,
  code: `sok-${randomUUID().slice(0, 8)}`,
  description: "Att söka.",
  elements: ["Sök", "Karta", "Källor"],
  ...given,
});

type Given = { from?: string; renames?: "renamed" | "replaced" };

async function changing(id: string, elements: string[], given: Given = {}) {
  const { draft } = await showCompetenceDraft(db, manager, { id, today });
  const { name, code, seen } = draft;
  return {
    ...typed({ name, code, elements }),
    ...{ id, seen, from: given.from ?? null, renames: given.renames ?? ("ask" as const) },
  };
}

const change = (input: Awaited<ReturnType<typeof changing>>, viewer = manager) =>
  changeCompetence(db, viewer, input, today);

async function elementsOf(competenceId: string, day = today) {
  const elements = await coreElementsOn(db, competenceId, day);
  return elements.map(({ id, name }, index) => ({ id, position: index + 1, name }));
}

test("a competence is set up with its core elements in order, and stands in the list", async () => {
  const input = typed({ name: "Aktsamhet" });
  const id = await createCompetence(db, manager, input);
  expect(await elementsOf(id)).toMatchObject([
    { position: 1, name: "Sök" },
    { position: 2, name: "Karta" },
    { position: 3, name: "Källor" },
  ]);
  const given = { unitId: place.unit.id, competenceId: id };
  await makeRequirement(db, { ...given, endsBefore: "2013-09-01", level: 3 });
  await makeRequirement(db, { ...given, startsOn: "2013-09-01", endsBefore: "2014-01-01" });
  await makeRequirement(db, { ...given, unitId: place.department.id, withdrawn: true });
  const { id: first } = await makeUnit(db, { authorityId, name: "Aaa" });
  await makeRequirement(db, { ...given, unitId: first, level: 3 });
  const { rows, count } = await listCompetenceRows(db, administrator, { page: 1, today });
  expect(count).toBe(2);
  expect(rows[0]).toEqual({
    id,
    code: input.code,
    name: "Aktsamhet",
    elementCount: 3,
    requiredIn: [
      { unitId: first, unitName: "Aaa", level: 3 },
      { unitId: place.unit.id, unitName: place.unit.name, level: 2 },
    ],
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
  await change(await changing(id, ["Källor", "Sök", "Kartor", "Etik"]));
  const moved = await elementsOf(id);
  expect(moved.slice(0, 3)).toEqual([
    { id: sources?.id, position: 1, name: "Källor" },
    { id: search?.id, position: 2, name: "Sök" },
    { id: map?.id, position: 3, name: "Kartor" },
  ]);
  expect(moved[3]).toMatchObject({ name: "Etik" });

  await change(await changing(id, ["Källkritik", "Sök", "Etik"]));
  expect(await elementsOf(id)).toEqual([
    { id: sources?.id, position: 1, name: "Källkritik" },
    { id: search?.id, position: 2, name: "Sök" },
    { id: moved[3]?.id, position: 3, name: "Etik" },
  ]);
});

test("what is added or taken away changes no earlier day; what is renamed is the same element", async () => {
  const id = await createCompetence(db, manager, typed());
  const names = async (day: string) => (await elementsOf(id, day)).map(({ name }) => name);
  const changed = { from: "2013-05-01", renames: "replaced" as const };
  await change(await changing(id, ["Sökning", "Karta", "Nytt"], changed));
  expect(await names("1900-01-01")).toEqual(["Sökning", "Karta", "Källor"]);
  expect(await names("2013-04-30")).toEqual(["Sökning", "Karta", "Källor"]);
  expect(await names("2013-05-01")).toEqual(["Sökning", "Karta", "Nytt"]);

  // Taken away again from the day that it began on, it never was.
  await change(await changing(id, ["Sökning", "Karta"], { from: "2013-05-01" }));
  expect(await names("2013-05-01")).toEqual(["Sökning", "Karta"]);
  const { draft } = await showCompetenceDraft(db, manager, { id, today });
  expect(draft.elements).toBe("Sökning\nKarta");
  const rows = await db.coreElement.findMany({ where: { competenceId: id } });
  expect(rows.map(({ name, withdrawnAt }) => [name, withdrawnAt !== null]).sort()).toEqual([
    ["Karta", false],
    ["Källor", false],
    ["Nytt", true],
    ["Sökning", false],
  ]);
  const ahead = await changing(id, ["Sökning"], { from: "2013-10-02" });
  expect(await outcomeOf(change(ahead))).toEqual({ from: "errors.dayAhead" });
});

test("where it can't be seen whether an element is renamed or replaced, it is asked first", async () => {
  const id = await createCompetence(db, manager, typed());
  const before = await elementsOf(id);
  const lines = ["Sök", "Etik", "Källor"];
  expect(await outcomeOf(change(await changing(id, lines)))).toEqual({
    renames: "competence.form.renamesAsk",
  });
  expect(await elementsOf(id)).toEqual(before);
  await change(await changing(id, lines, { renames: "renamed" }));
  expect((await elementsOf(id))[1]).toEqual({ ...before[1], name: "Etik" });
  await change(await changing(id, ["Sök", "Karta", "Källor"], { renames: "replaced" }));
  expect((await elementsOf(id))[1]).toMatchObject({ name: "Karta" });
  expect((await elementsOf(id))[1]?.id).not.toBe(before[1]?.id);
  expect((await elementsOf(id, "2013-09-30"))[1]?.name).toBe("Etik");
});

test("what a hand-over has delivered stays in the method on the hand-over's day", async () => {
  const id = await createCompetence(db, manager, typed());
  const [search] = await elementsOf(id);
  const learner = await makeStaff(db, place.unit);
  const heldOn = "2013-05-01";
  const deliver = (withdrawn: boolean, day = heldOn) =>
    makeHandOver(db, {
      ...{ competence: { id, authorityId }, heldOn: day, withdrawn },
      trainers: [manager.personId ?? ""],
      learners: [learner.personId ?? ""],
      elements: [search?.id ?? ""],
    });
  await deliver(false);
  await deliver(true, "2013-08-01");
  const before = await elementsOf(id);
  const without = (from: string) => changing(id, ["Karta", "Källor"], { from });
  expect(await outcomeOf(change(await without(heldOn)))).toEqual({
    elements: "competence.form.elementDelivered",
  });
  expect(await elementsOf(id)).toEqual(before);
  await change(await without("2013-05-02"));
  expect(await elementsOf(id)).toHaveLength(2);
  expect(await elementsOf(id, heldOn)).toHaveLength(3);
  // Nor can one be delivered on a day on which it isn't in the method.
  await expect(deliver(false, "2013-05-02")).rejects.toThrow("core_element_delivered");
  await deliver(false, heldOn);
});

test("names and codes are taken once whatever their capitals, and capitals can be mended", async () => {
  const code = `kod-${randomUUID().slice(0, 8)}`;
  const id = await createCompetence(db, manager, typed({ name: "Samtal på nätet", code }));
  const again = typed({ name: "SAMTAL PÅ NÄTET" });
  expect(await outcomeOf(createCompetence(db, manager, again))).toEqual({
    name: "competence.form.nameTaken",
  });
  expect(await outcomeOf(createCompetence(db, manager, typed({ code })))).toEqual({
    code: "competence.form.codeTaken",
  });
  const elsewhere = await makeWorkplace(db);
  expect(await outcomeOf(createCompetence(db, elsewhere.manager, again))).toBe("done");
  await change({ ...(await changing(id, [])), name: "samtal på Nätet" });
  const { draft } = await showCompetenceDraft(db, manager, { id, today });
  expect(draft).toMatchObject({ name: "samtal på Nätet", code });
  const other = await createCompetence(db, manager, typed());
  const renamed = { ...(await changing(other, [])), name: "Samtal På Nätet" };
  expect(await outcomeOf(change(renamed))).toEqual({ name: "competence.form.nameTaken" });
  await expect(
    db.competence.update({ where: { id }, data: { code: code.toUpperCase() } }),
  ).rejects.toThrow("competence_code_in_small");
});

test("a code that a competence has had leads to it, and is no other's", async () => {
  const former = `sok-${randomUUID().slice(0, 8)}`;
  const id = await createCompetence(db, manager, typed({ code: former }));
  const renamed = async (code: string) => ({ ...(await changing(id, [])), code });
  await change(await renamed(`${former}-2`));
  expect(await findCompetence(db, manager, former.toUpperCase())).toMatchObject({ id });
  const elsewhere = await makeWorkplace(db);
  expect(await findCompetence(db, elsewhere.manager, former)).toBeNull();

  const taken = { code: "competence.form.codeTaken" };
  expect(await outcomeOf(createCompetence(db, manager, typed({ code: former })))).toEqual(taken);
  const other = await createCompetence(db, manager, typed());
  expect(await outcomeOf(change({ ...(await changing(other, [])), code: former }))).toEqual(taken);
  // It may have it back, and both lead to it.
  await change(await renamed(former));
  expect(await findCompetence(db, manager, `${former}-2`)).toMatchObject({ id, code: former });
});

test("a list knows what a competence has been called, until another is called so", async () => {
  const [first, second] = [`Sök ${randomUUID()}`, `Sök ${randomUUID()}`];
  const id = await createCompetence(db, manager, typed({ name: first }));
  await change({ ...(await changing(id, [])), name: second });
  const calledOf = async (id: string) => {
    const listed = await listedCompetences(db, authorityId);
    return listed.find((each) => each.id === id)?.called;
  };
  expect(await calledOf(id)).toEqual(expect.arrayContaining([first, second]));
  const other = await createCompetence(db, manager, typed({ name: first.toUpperCase() }));
  expect(await calledOf(id)).not.toContain(first);
  expect(await calledOf(other)).toContain(first.toUpperCase());
});

test("of two who change the same competence one is told that it has changed", async () => {
  const id = await createCompetence(db, manager, typed());
  const mine = await changing(id, ["Sök"]);
  const theirs = await changing(id, ["Källor"]);
  const both = await Promise.all([
    outcomeOf(change(mine)),
    outcomeOf(change(theirs, administrator)),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ form: "organisation.changedMeanwhile" });
  expect(await elementsOf(id)).toHaveLength(1);
});

test("only leaders of the authority set up its competences", async () => {
  const elsewhere = await makeWorkplace(db);
  const id = await createCompetence(db, manager, typed());
  const input = await changing(id, ["Sök"]);
  const projectManager = makeViewer({ authorityId, roles: ["project_manager"] });
  for (const viewer of [place.employee, projectManager, makeViewer({ roles: ["funder"] })]) {
    expect(await outcomeOf(createCompetence(db, viewer, typed()))).toBe("forbidden");
    expect(await outcomeOf(change(input, viewer))).toBe("forbidden");
    expect(await outcomeOf(listCompetenceRows(db, viewer, { page: 1, today }))).toBe("forbidden");
  }
  expect(await outcomeOf(change(input, elsewhere.manager))).toBe("not-found");
  expect(await outcomeOf(showCompetenceDraft(db, elsewhere.manager, { id, today }))).toBe(
    "not-found",
  );
  const theirs = await makeCompetence(db, { authorityId: elsewhere.authorityId });
  const taken = { ...input, code: theirs.code };
  expect(await outcomeOf(change(taken))).toEqual({ code: "competence.form.codeTaken" });
});
