import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { changeAuthority } from "~/features/organisation/authority.commands.server";
import { showAuthorityDraft } from "~/features/organisation/authority.queries.server";
import { authorityForm } from "~/features/organisation/authority.schema";
import { addUnit, renameUnit } from "~/features/organisation/units.commands.server";
import { listUnitsInReach } from "~/features/organisation/unit-tree.queries.server";
import { listUnitTree, showUnitDraft } from "~/features/organisation/units.queries.server";
import { makePerson } from "../../factories/person";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const today = "2013-06-01";
const top = await makeUnit(db, { name: "Socialtjänsten" });
const { authorityId } = top;
const administrator = makeViewer({ authorityId, roles: ["administrator"] });

const adding = (name: string, parentId: string | null = top.id) => ({
  submissionId: randomUUID(),
  name,
  parentId,
});

test("the authority's number is written as at set-up, with its trail, and changed by administrators", async () => {
  const saved = (orgNumber: string | null, seen: string) =>
    changeAuthority(db, administrator, { submissionId: randomUUID(), seen, orgNumber });
  const { seen, orgNumber, name } = await showAuthorityDraft(db, administrator);
  expect(orgNumber).toBe("");
  const parsed = authorityForm.parse({
    submissionId: randomUUID(),
    seen,
    orgNumber: "2120000134 ",
  });
  expect(parsed.orgNumber).toBe("212000-0134");
  await changeAuthority(db, administrator, parsed);
  const stored = { id: authorityId, name, orgNumber: "212000-0134" };
  expect(await db.authority.findUnique({ where: { id: authorityId } })).toMatchObject(stored);
  expect(await db.auditEvent.findFirst({ where: { action: "authority.change" } })).toMatchObject({
    ...{ subjectType: "authority", subjectId: authorityId, accountId: administrator.accountId },
    detail: { orgNumber: "212000-0134", was: null },
  });
  expect(await outcomeOf(saved("556677-8899", seen))).toEqual({
    form: "organisation.changedMeanwhile",
  });
  const persons = authorityForm.safeParse({ ...parsed, orgNumber: "811218-9876" });
  expect(persons.error?.issues).toMatchObject([{ message: "errors.orgNumber" }]);

  const manager = makeViewer({ authorityId, roles: ["manager"] });
  expect(await outcomeOf(showAuthorityDraft(db, manager))).toBe("forbidden");
  expect(await outcomeOf(changeAuthority(db, manager, parsed))).toBe("forbidden");
});

test("units stand below each other in Swedish order, with who work there today", async () => {
  const id = await addUnit(db, administrator, adding("Öppenvården"));
  await addUnit(db, administrator, adding("Ärendeenheten"));
  await addUnit(db, administrator, adding("Fältgruppen", id));
  await addUnit(db, administrator, adding("Staben", null));
  await makePerson(db, { unit: { id, authorityId } });
  await makePerson(db, { unit: { id, authorityId }, leftOn: today });
  await makePerson(db, { unit: { id, authorityId }, joinedOn: "2013-06-02" });

  const units = await listUnitTree(db, administrator, today);
  expect(units.map(({ name, depth, people }) => [name, depth, people])).toEqual([
    ["Socialtjänsten", 0, 0],
    ["Ärendeenheten", 1, 0],
    ["Öppenvården", 1, 1],
    ["Fältgruppen", 2, 0],
    ["Staben", 0, 0],
  ]);
  expect(await db.auditEvent.findFirst({ where: { subjectId: id } })).toMatchObject({
    action: "unit.add",
    detail: { parentId: top.id },
  });
});

test("a name is taken once, also by two at the same moment; the same form twice makes one", async () => {
  const both = await Promise.all([
    outcomeOf(addUnit(db, administrator, adding("Jouren"))),
    outcomeOf(addUnit(db, administrator, adding("Jouren"))),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ name: "organisation.units.nameTaken" });
  const form = adding("Dubbel");
  const [first, second] = await Promise.all([
    addUnit(db, administrator, form),
    addUnit(db, administrator, form),
  ]);
  expect(second).toBe(first);
});

test("a unit gets another name; of two who rename it one is told", async () => {
  const unit = await makeUnit(db, { authorityId });
  const { seen } = await showUnitDraft(db, administrator, unit.id);
  const naming = (name: string) => ({ id: unit.id, seen, name, submissionId: randomUUID() });
  const both = await Promise.all([
    outcomeOf(renameUnit(db, administrator, naming("Mitt namn"))),
    outcomeOf(renameUnit(db, administrator, naming("Deras namn"))),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ form: "organisation.changedMeanwhile" });
  const fresh = await showUnitDraft(db, administrator, unit.id);
  const taken = { ...naming(top.name), seen: fresh.seen };
  expect(await outcomeOf(renameUnit(db, administrator, taken))).toEqual({
    name: "organisation.units.nameTaken",
  });
});

test("only administrators set up units, and only their own authority's", async () => {
  const elsewhere = await makeUnit(db);
  const manager = makeViewer({ authorityId, roles: ["manager"], managedUnitIds: [top.id] });
  const naming = { id: top.id, seen: "", name: "Nytt", submissionId: randomUUID() };
  expect(await outcomeOf(addUnit(db, manager, adding("Chefens")))).toBe("forbidden");
  expect(await outcomeOf(renameUnit(db, manager, naming))).toBe("forbidden");
  expect(await outcomeOf(addUnit(db, administrator, adding("Deras", elsewhere.id)))).toEqual({
    parentId: "errors.notOffered",
  });
  const theirs = { ...naming, id: elsewhere.id };
  expect(await outcomeOf(renameUnit(db, administrator, theirs))).toBe("not-found");
});

test("a name is one unit's whatever its capitals, and its capitals can be mended", async () => {
  const unit = await makeUnit(db, { authorityId, name: "länsgruppen" });
  const taken = { name: "organisation.units.nameTaken" };
  expect(await outcomeOf(addUnit(db, administrator, adding("LÄNSGRUPPEN")))).toEqual(taken);
  const { seen } = await showUnitDraft(db, administrator, unit.id);
  const mended = { id: unit.id, seen, name: "Länsgruppen", submissionId: randomUUID() };
  expect(await outcomeOf(renameUnit(db, administrator, mended))).toBe("done");
  // Another authority's units have names of their own.
  expect((await makeUnit(db, { name: "Länsgruppen" })).name).toBe("Länsgruppen");
});

test("a manager is offered their units as they stand in the whole tree, from their highest down", async () => {
  const other = await makeUnit(db, { name: "Omsorgen" });
  const place = (name: string, parentId: string) =>
    makeUnit(db, { name, parentId, authorityId: other.authorityId });
  const north = await place("Norr", other.id);
  const south = await place("Ängen", other.id);
  const [far, near] = [await place("Öst", north.id), await place("Åsen", north.id)];
  const ofAll = await listUnitsInReach(
    db,
    makeViewer({ authorityId: other.authorityId, roles: ["administrator"] }),
  );
  expect(ofAll.map(({ name, depth }) => [name, depth])).toEqual([
    ["Omsorgen", 0],
    ["Norr", 1],
    ["Åsen", 2],
    ["Öst", 2],
    ["Ängen", 1],
  ]);
  const reachOf = (...units: { id: string }[]) =>
    listUnitsInReach(
      db,
      makeViewer({
        authorityId: other.authorityId,
        roles: ["manager"],
        managedUnitIds: [top.id, ...units.map(({ id }) => id)],
      }),
    );
  expect(await reachOf(south, far, north, near)).toEqual(
    ofAll.slice(1).map((unit) => ({ ...unit, depth: unit.depth - 1 })),
  );
  expect(await reachOf(far)).toEqual([{ id: far.id, name: "Öst", depth: 0 }]);
  expect(await reachOf()).toEqual([]);
});
