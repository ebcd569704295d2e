import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createAccount } from "~/features/organisation/accounts/new-account.commands.server";
import { setUp } from "~/features/organisation/accounts/set-up.commands.server";
import { showAccount } from "~/features/access/accounts.queries.server";
import { issueSetupCode } from "~/features/access/setup-code.server";
import { loadViewer } from "~/features/access/viewer.queries.server";
import { addPerson, changePerson } from "~/features/organisation/people.commands.server";
import { showPersonDraft } from "~/features/organisation/person-form.queries.server";
import { peopleInReach } from "~/features/organisation/people.queries.server";
import { makeAccount } from "../../factories/account";
import { makePerson } from "../../factories/person";
import { nothingRecorded } from "../../factories/nothing-recorded";
import { next } from "../../factories/sequence";
import { makeUnit } from "../../factories/unit";
import { makeViewer } from "../../factories/viewer";
import { makeStaff } from "../../factories/workplace";
import { testDatabase } from "../../support/database";
import { questionOf } from "../../support/question-of";
import { outcomeOf } from "../../support/outcome-of";

const { db, url } = await testDatabase();
const today = "2026-11-21";

// The set-up comes first: once there is an account, nobody gets in this way.
test("the first administrator's address is nobody's in the register", async () => {
  const email = `elin${next()}@example.se`;
  await makePerson(db, { unit: await makeUnit(db), email });
  const code = (await issueSetupCode(url)) ?? "";
  const names = {
    authorityName: "Förvaltningen",
    orgNumber: null,
    unitName: "Enheten",
    name: "Åsa Ek",
  };
  const form = { code, ...names, email, password: "fyra korta ord här" };
  expect(await outcomeOf(setUp(db, form, today))).toEqual({ email: "access.address.taken" });
  expect(await outcomeOf(setUp(db, { ...form, email: "asa@example.se" }, today))).toBe("done");
});

const unit = await makeUnit(db);
const otherUnit = await makeUnit(db, { authorityId: unit.authorityId });
const administrator = makeViewer({ authorityId: unit.authorityId, roles: ["administrator"] });
const manager = await makeStaff(db, unit, [unit.id]);

const elin = () =>
  makePerson(db, {
    unit,
    givenName: "Elin",
    familyName: `Björk ${next()}`,
    email: `elin${next()}@example.se`,
  });

type NewAccount = Parameters<typeof createAccount>[2];
function accountForm(email: string | null, given: Partial<NewAccount> = {}): NewAccount {
  return {
    submissionId: randomUUID(),
    givenName: "Bo",
    familyName: "Ny",
    email: email ?? "",
    agreed: "",
    jobTitle: "",
    unitId: otherUnit.id,
    roles: ["employee"],
    projects: [],
    ...given,
  };
}
const create = (form: NewAccount) => createAccount(db, administrator, form, today);

type NewPerson = Parameters<typeof addPerson>[2];
function personForm(email: string | null, given: Partial<NewPerson> = {}): NewPerson {
  return {
    submissionId: randomUUID(),
    givenName: "Kim",
    familyName: "Alm",
    email,
    agreed: "",
    jobTitle: "",
    unitId: unit.id,
    share: 100,
    joinedOn: "2012-01-01",
    leftOn: null,
    ...given,
  };
}
async function changing(id: string, given: Partial<NewPerson>) {
  const { draft } = await showPersonDraft(db, administrator, { id, today });
  const { givenName, familyName, email, seen } = draft;
  return {
    ...personForm(email, { givenName, familyName, ...given }),
    seen,
    id,
    from: null,
  };
}

/** A yes to what a form asks, once it has been seen. */
async function yesTo(work: Promise<unknown>): Promise<{ agreed: string }> {
  return { agreed: (await questionOf(work)).mark };
}

test("an account with somebody's address is nobody's until that person is chosen", async () => {
  const person = await elin();
  const name = `${person.givenName} ${person.familyName}`;
  const values = { name, unit: unit.name };
  const asked = await questionOf(create(accountForm(person.email)));
  const links = [{ label: name, href: `/people/${person.id}` }];
  expect(asked.touched).toEqual([{ key: "access.address.ofPerson", values, links }]);
  expect(await db.account.count({ where: { email: person.email ?? "" } })).toBe(0);

  const id = await create(accountForm(person.email, { agreed: asked.mark, unitId: "" }));
  expect(await db.account.findUnique({ where: { id } })).toMatchObject({
    name,
    personId: person.id,
  });
  expect(await showAccount(db, administrator, id)).toMatchObject({
    person: { name, unitName: unit.name },
  });
  const trail = await db.auditEvent.findMany({ where: { action: "account.create" } });
  expect(trail).toEqual([
    expect.objectContaining({
      subjectId: id,
      detail: { roles: ["employee"], personId: person.id },
    }),
    expect.objectContaining({ subjectId: person.id, detail: { accountId: id } }),
  ]);
});

test("who gives somebody a newcomer's address doesn't give the newcomer their record", async () => {
  const person = await elin();
  const email = `nykomling${next()}@example.se`;
  await changePerson(db, manager, await changing(person.id, { email }), nothingRecorded(today));
  expect(await outcomeOf(create(accountForm(email)))).toEqual({
    asked: ["access.address.ofPerson"],
  });
});

test("naming somebody in full, with name, unit and address, is a choice", async () => {
  const person = await elin();
  const { givenName, familyName, email } = person;
  const named = accountForm(email, { givenName, familyName });
  expect(await outcomeOf(create(named))).toEqual({ asked: ["access.address.ofPerson"] });
  const id = await create({ ...named, unitId: unit.id });
  expect((await db.account.findUniqueOrThrow({ where: { id } })).personId).toBe(person.id);
});

test("a choice holds for the address that it was offered for", async () => {
  const [person, other] = [await elin(), await elin()];
  const yes = await yesTo(create(accountForm(person.email)));
  const elsewhere = accountForm(`fri${next()}@example.se`, yes);
  expect(await outcomeOf(create(elsewhere))).toEqual({ email: "access.address.notTheirs" });
  expect(await outcomeOf(create(accountForm(other.email, yes)))).toEqual({
    asked: ["access.address.ofPerson"],
  });
});

test("an address is refused where the person has an account, or the account is a funder's", async () => {
  const person = await elin();
  const chosen = await yesTo(create(accountForm(person.email)));
  const funder = { roles: ["funder" as const], projects: [randomUUID()] };
  const outside = accountForm(person.email, { ...chosen, ...funder, unitId: "" });
  expect(await outcomeOf(create(outside))).toEqual({ email: "access.address.ofStaff" });
  expect(await outcomeOf(create(accountForm("f@example.se", funder)))).toEqual({
    unitId: "access.funderHasNoUnit",
  });
  await makeAccount(db, { personId: person.id });
  expect(await outcomeOf(create(accountForm(person.email, chosen)))).toEqual({
    email: "access.address.personHasAccount",
  });
  const foreign = await makePerson(db, {
    unit: await makeUnit(db),
    email: `x${next()}@example.se`,
  });
  expect(await outcomeOf(create(accountForm(foreign.email)))).toEqual({
    email: "access.address.taken",
  });
});

test("somebody with an account's address is not its owner until an administrator says so", async () => {
  const { authorityId } = unit;
  const account = await makeAccount(db, { authorityId, role: "project_manager" });
  const form = personForm(account.email);
  expect(await outcomeOf(addPerson(db, manager, form))).toEqual({
    email: "access.address.administratorChooses",
  });
  const asked = await questionOf(addPerson(db, administrator, form));
  expect(asked.touched).toMatchObject([
    { key: "access.address.ofAccount", values: { name: account.name } },
  ]);
  const id = await addPerson(db, administrator, { ...form, agreed: asked.mark });
  expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({
    personId: id,
    name: "Kim Alm",
  });
  const trail = await db.auditEvent.findFirst({ where: { subjectId: account.id } });
  expect(trail).toMatchObject({ action: "person.add", detail: { personId: id } });
});

test("a change of address asks the same, and keeps what was chosen before", async () => {
  const { authorityId } = unit;
  const account = await makeAccount(db, { authorityId, role: "administrator" });
  const { email } = account;
  const { id } = await elin();
  const change = async (given: Partial<NewPerson>, viewer = administrator) =>
    outcomeOf(changePerson(db, viewer, await changing(id, given), nothingRecorded(today)));
  expect(await change({ email }, manager)).toEqual({
    email: "access.address.administratorChooses",
  });
  expect(await change({ email })).toEqual({ asked: ["access.address.ofAccount"] });
  const form = await changing(id, { email });
  const yes = await yesTo(changePerson(db, administrator, form, nothingRecorded(today)));
  expect(await change({ email, ...yes })).toBe("done");
  expect(await change({ email: `ny${next()}@example.se` }, manager)).toBe("done");
  expect(await change({ email }, manager)).toBe("done");
  const { personId } = await db.account.findUniqueOrThrow({ where: { id: account.id } });
  expect(personId).toBe(id);
});

test("an account of somebody else, or from outside, is no choice", async () => {
  const { authorityId } = unit;
  const [mine, theirs] = [await elin(), await elin()];
  const owned = await makeAccount(db, {
    authorityId,
    role: "administrator",
    personId: theirs.id,
  });
  const funder = await makeAccount(db, { authorityId, role: "funder" });
  const elsewhere = await makeAccount(db, { role: "administrator" });
  for (const { email } of [owned, funder, elsewhere]) {
    const form = await changing(mine.id, { email });
    const refused = { email: "access.address.signsIn" };
    expect(await outcomeOf(changePerson(db, administrator, form, nothingRecorded(today)))).toEqual(
      refused,
    );
    expect(await outcomeOf(addPerson(db, administrator, personForm(email)))).toEqual(refused);
  }
  const free = await makeAccount(db, { authorityId, role: "administrator" });
  const second = await changing(theirs.id, { email: free.email });
  expect(await outcomeOf(changePerson(db, administrator, second, nothingRecorded(today)))).toEqual({
    email: "access.address.signsIn",
  });
});

test("of two who give a person an account, or an address to two, at once one is told", async () => {
  const { authorityId } = unit;
  for (let round = 0; round < 5; round++) {
    const person = await elin();
    const free = await makeAccount(db, { authorityId, role: "administrator" });
    const given = await changing(person.id, { email: free.email });
    const yes = await yesTo(changePerson(db, administrator, given, nothingRecorded(today)));
    const yesToo = await yesTo(create(accountForm(person.email)));
    const links = await Promise.all([
      outcomeOf(create(accountForm(person.email, yesToo))),
      outcomeOf(changePerson(db, administrator, { ...given, ...yes }, nothingRecorded(today))),
    ]);
    expect([
      ["done", { email: "access.address.signsIn" }],
      [{ email: "access.address.personHasAccount" }, "done"],
      [{ email: "access.address.notTheirs" }, "done"],
    ]).toContainEqual(links);

    const email = `bada${next()}@example.se`;
    const strangers = await Promise.all([
      outcomeOf(create(accountForm(email, { roles: ["administrator"], unitId: "" }))),
      outcomeOf(addPerson(db, manager, personForm(email))),
    ]);
    expect([
      ["done", { email: "access.address.administratorChooses" }],
      [{ asked: ["access.address.ofPerson"] }, "done"],
    ]).toContainEqual(strangers);
  }
});

test("a funder's account opens nobody's record, whatever it was linked to", async () => {
  const person = await elin();
  const { authorityId } = unit;
  const account = await makeAccount(db, { authorityId, role: "funder", personId: person.id });
  const viewer = await loadViewer(db, account.id);
  expect(viewer).toMatchObject({ personId: null, unitId: null, authorityId: null });
  expect(await db.person.count({ where: peopleInReach(viewer ?? makeViewer()) })).toBe(0);
});
