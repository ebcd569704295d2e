import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listPeople } from "~/features/organisation/people-list.queries.server";
import { addPerson, changePerson } from "~/features/organisation/people.commands.server";
import { showNewPerson, showPersonDraft } from "~/features/organisation/person-form.queries.server";
import { makeAccount } from "../../factories/account";
import { nothingRecorded } from "../../factories/nothing-recorded";
import { next } from "../../factories/sequence";
import { makeViewer } from "../../factories/viewer";
import { makeWorkplace } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { outcomeOf } from "../../support/outcome-of";

const { db } = await testDatabase();
const today = "2013-06-01";
const place = await makeWorkplace(db);
const { manager, unit, department, authorityId } = place;
const administrator = makeViewer({ authorityId, roles: ["administrator"] });

function details(given: { familyName?: string; leftOn?: string | null; unitId?: string } = {}) {
  return {
    submissionId: randomUUID(),
    givenName: "Åsa",
    familyName: "Öberg",
    email: `asa${next()}@example.se`,
    agreed: "",
    jobTitle: "Socialsekreterare",
    unitId: unit.id,
    share: 100,
    joinedOn: "2012-01-01",
    leftOn: null,
    ...given,
  };
}

async function changing(id: string, given: Parameters<typeof details>[0] = {}) {
  const { draft } = await showPersonDraft(db, administrator, { id, today });
  return { ...details(given), email: draft.email, seen: draft.seen, id, from: null, agreed: "" };
}

const found = async (search: string, viewer = manager) =>
  (await listPeople(db, viewer, { search, page: 1, today })).rows;

test("somebody without an account is entered, and found by every word of a search", async () => {
  const id = await addPerson(db, manager, details({ familyName: "Åkesson-100%" }));
  expect(await found("åsa ÅKESSON")).toMatchObject([
    {
      id,
      name: "Åsa Åkesson-100%",
      places: [{ unitName: unit.name, jobTitle: "Socialsekreterare", share: 100 }],
      state: "here",
      leftOn: null,
    },
  ]);
  expect(await found("100%")).toHaveLength(1);
  // With the letters as they were typed first.
  const typed = await addPerson(db, manager, details({ familyName: "Öakesson-100%" }));
  expect((await found("akesson-100")).map((person) => person.id)).toEqual([typed, id]);
  expect(await found("asa åkes%n")).toEqual([]);
  const trail = await db.auditEvent.findFirst({ where: { subjectId: id } });
  expect(trail).toMatchObject({ action: "person.add", detail: { unitId: unit.id } });
  expect(JSON.stringify(trail?.detail)).not.toContain("Åkesson");
});

test("the day of leaving is the first day away", async () => {
  const leaving = (leftOn: string, familyName: string) =>
    addPerson(db, manager, details({ leftOn, familyName }));
  await leaving("2013-06-01", "Gårdagen");
  await leaving("2013-06-02", "Sistadagen");
  expect(await found("Gårdagen")).toMatchObject([{ state: "left" }]);
  expect(await found("Sistadagen")).toMatchObject([{ state: "here", leftOn: "2013-06-02" }]);
  const { here, count } = await listPeople(db, manager, { search: "dagen", page: 1, today });
  expect([here, count]).toEqual([1, 2]);
});

test("details change, and an account takes the new name but not the address", async () => {
  const id = await addPerson(db, manager, details());
  const account = await makeAccount(db, { authorityId });
  await db.account.update({ where: { id: account.id }, data: { personId: id } });
  const input = { ...(await changing(id, { familyName: "Ny" })), email: "ny@example.se" };
  await changePerson(db, manager, input, nothingRecorded(today));
  expect(await db.person.findUnique({ where: { id } })).toMatchObject({
    familyName: "Ny",
    email: "ny@example.se",
  });
  // The trail says which of them are others, and names nobody.
  const act = { subjectId: id, action: "person.change" };
  const { detail } = await db.auditEvent.findFirstOrThrow({ where: act });
  expect(detail).toMatchObject({ changed: ["familyName", "email"] });
  expect(JSON.stringify(detail)).not.toMatch(/Ny|example/);
  expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({
    name: "Åsa Ny",
    email: account.email,
  });
});

test("an address belongs to one person, also of two at the same moment", async () => {
  const input = details();
  const both = await Promise.all([
    outcomeOf(addPerson(db, manager, input)),
    outcomeOf(addPerson(db, administrator, { ...input, submissionId: randomUUID() })),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ email: "organisation.people.emailTaken" });
  const form = { ...details(), email: null };
  const [first, second] = await Promise.all([
    addPerson(db, manager, form),
    addPerson(db, manager, form),
  ]);
  expect(second).toBe(first);
});

test("of two who change the same person one is told", async () => {
  const id = await addPerson(db, manager, details());
  const [mine, theirs] = [
    await changing(id, { familyName: "Mitt" }),
    await changing(id, { familyName: "Deras" }),
  ];
  const both = await Promise.all([
    outcomeOf(changePerson(db, manager, mine, nothingRecorded(today))),
    outcomeOf(changePerson(db, administrator, theirs, nothingRecorded(today))),
  ]);
  expect(both).toContain("done");
  expect(both).toContainEqual({ form: "organisation.changedMeanwhile" });
});

test("managers keep the people of their units, administrators all of their authority", async () => {
  const elsewhere = await makeWorkplace(db);
  const above = await addPerson(db, place.head, details({ unitId: department.id }));
  const id = await addPerson(db, manager, details());

  expect(await outcomeOf(addPerson(db, manager, details({ unitId: department.id })))).toEqual({
    unitId: "errors.notOffered",
  });
  const outOfReach = await changing(id, { unitId: department.id });
  expect(await outcomeOf(changePerson(db, manager, outOfReach, nothingRecorded(today)))).toEqual({
    unitId: "errors.notOffered",
  });
  expect(await outcomeOf(changePerson(db, place.head, outOfReach, nothingRecorded(today)))).toBe(
    "done",
  );
  expect(
    await outcomeOf(changePerson(db, manager, await changing(above), nothingRecorded(today))),
  ).toBe("not-found");

  for (const viewer of [place.employee, elsewhere.manager, makeViewer({ roles: ["funder"] })]) {
    expect(await outcomeOf(addPerson(db, viewer, details()))).toEqual({
      unitId: "errors.notOffered",
    });
    expect(
      await outcomeOf(changePerson(db, viewer, await changing(above), nothingRecorded(today))),
    ).toBe("not-found");
    expect(await outcomeOf(showPersonDraft(db, viewer, { id: above, today }))).toBe("not-found");
    expect(await found("Öberg", viewer)).toEqual([]);
  }
  const { units } = await showNewPerson(db, manager, today);
  expect(units.map(({ id: unitId }) => unitId)).toEqual([unit.id]);
  expect((await found("", administrator)).map((row) => row.id)).toContain(above);
});
