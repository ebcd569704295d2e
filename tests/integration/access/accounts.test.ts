import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  choosePassword,
  issuePasswordLink,
  setAccountDisabled,
} from "~/features/access/accounts.commands.server";
import { countAccounts } from "~/features/access/accounts.queries.server";
import { accountOfSession, openSession } from "~/features/access/sessions.server";
import { issueSetupCode } from "~/features/access/setup-code.server";
import { signIn } from "~/features/access/sign-in.commands.server";
import type { Viewer } from "~/features/access/viewer";
import { loadViewer } from "~/features/access/viewer.queries.server";
import { createAccount } from "~/features/organisation/accounts/new-account.commands.server";
import { setUp } from "~/features/organisation/accounts/set-up.commands.server";
import { AppError } from "~/platform/app-error";
import { testDatabase } from "../../support/database";

const { db, url } = await testDatabase();
const today = "2026-11-21";
const password = "fyra korta ord här";

// One story, told in order: an empty Kaskad, its first administrator, and those who follow.
const code = await issueSetupCode(url);
const input = {
  code: code ?? "",
  authorityName: "Socialförvaltningen",
  orgNumber: "212000-0134",
  unitName: "Enheten",
  name: "Åsa Ek",
  email: "asa@example.se",
  password,
};

test("a wrong set-up code makes nothing", async () => {
  await expect(setUp(db, { ...input, code: "FEL-KOD" }, today)).rejects.toMatchObject({
    fields: { code: { key: "access.wrongCode" } },
  });
  expect(await db.authority.count()).toBe(0);
});

test("the code from the terminal makes the first administrator, once", async () => {
  const token = await setUp(db, input, today);
  const viewer = await viewerOf(await accountOfSession(db, token));
  expect(viewer.roles).toEqual(expect.arrayContaining(["administrator", "manager", "employee"]));
  expect(viewer.managedUnitIds).toHaveLength(1);
  expect(await db.authority.findFirstOrThrow()).toMatchObject({ orgNumber: "212000-0134" });
  await expect(setUp(db, { ...input, email: "b@example.se" }, today)).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await issueSetupCode(url)).toBeNull();
});

test("a password signs in, a wrong one and an unknown address get the same answer", async () => {
  const token = await signIn(db, { email: "ASA@example.se", password });
  expect(await accountOfSession(db, token)).not.toBeNull();
  const refusals = await Promise.all(
    ["asa@example.se", "ingen@example.se"].map((email) =>
      signIn(db, { email, password: "något annat" }).catch((error: unknown) => error),
    ),
  );
  expect(refusals[0]).toMatchObject({ fields: { password: { key: "access.wrongPassword" } } });
  expect(refusals[1]).toEqual(refusals[0]);
});

test("the eleventh attempt within a quarter of an hour is refused, also in parallel", async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 12 }, () => signIn(db, { email: "gissad@example.se", password: "x" })),
  );
  const refused = attempts.filter(
    (attempt) =>
      attempt.status === "rejected" &&
      attempt.reason instanceof AppError &&
      attempt.reason.code === "too-many-attempts",
  );
  expect(refused).toHaveLength(2);
});

test("a new account gets in by a link that works once", async () => {
  const administrator = await administratorOf();
  const accountId = await createAccount(db, administrator, newAccount("elin@example.se"), today);
  const token = await issuePasswordLink(db, administrator, accountId);
  const session = await choosePassword(db, { token, password });
  expect(await accountOfSession(db, session)).toBe(accountId);
  await expect(choosePassword(db, { token, password })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a newer link ends the older one, and a new password every session", async () => {
  const administrator = await administratorOf();
  const { id } = await db.account.findUniqueOrThrow({ where: { email: "elin@example.se" } });
  const before = await openSession(db, id);
  const older = await issuePasswordLink(db, administrator, id);
  const newer = await issuePasswordLink(db, administrator, id);
  await expect(choosePassword(db, { token: older, password })).rejects.toThrow();
  await choosePassword(db, { token: newer, password: `${password} till` });
  expect(await accountOfSession(db, before)).toBeNull();
});

test("an address is taken once, whatever its letters' case", async () => {
  const administrator = await administratorOf();
  await expect(
    createAccount(db, administrator, newAccount("elin@example.se"), today),
  ).rejects.toMatchObject({ fields: { email: { key: "access.emailTaken" } } });
});

test("the same form twice makes one account", async () => {
  const administrator = await administratorOf();
  const form = newAccount("dubbel@example.se");
  const [first, second] = await Promise.all([
    createAccount(db, administrator, form, today),
    createAccount(db, administrator, form, today),
  ]);
  expect(second).toBe(first);
});

test("only an administrator makes accounts, and of units and projects of the own authority", async () => {
  const administrator = await administratorOf();
  const employee: Viewer = { ...administrator, roles: ["employee"] };
  await expect(
    createAccount(db, employee, newAccount("c@example.se"), today),
  ).rejects.toMatchObject({ code: "forbidden" });
  await expect(issuePasswordLink(db, employee, administrator.accountId)).rejects.toMatchObject({
    code: "forbidden",
  });
  const elsewhere = { ...newAccount("d@example.se"), unitId: randomUUID() };
  await expect(createAccount(db, administrator, elsewhere, today)).rejects.toMatchObject({
    fields: { unitId: { key: "errors.notOffered" } },
  });
});

test("a closed account is signed out at once and stays out until it is opened", async () => {
  const administrator = await administratorOf();
  const { id } = await db.account.findUniqueOrThrow({ where: { email: "elin@example.se" } });
  const session = await openSession(db, id);
  const before = await countAccounts(db, administrator);
  await setAccountDisabled(db, administrator, { accountId: id, disabled: true });
  expect(await accountOfSession(db, session)).toBeNull();
  expect(await loadViewer(db, id)).toBeNull();
  expect(await countAccounts(db, administrator)).toEqual({ ...before, open: before.open - 1 });
  const attempt = signIn(db, { email: "elin@example.se", password: `${password} till` });
  await expect(attempt).rejects.toMatchObject({ name: "FieldError" });
  await setAccountDisabled(db, administrator, { accountId: id, disabled: false });
  await signIn(db, { email: "elin@example.se", password: `${password} till` });
  const self = { accountId: administrator.accountId, disabled: true };
  await expect(setAccountDisabled(db, administrator, self)).rejects.toMatchObject({
    code: "conflict",
  });
});

test("neither passwords nor tokens stand in the database or the trail as they are", async () => {
  const accounts = await db.account.findMany({ where: { passwordHash: { not: null } } });
  expect(accounts.every(({ passwordHash }) => passwordHash?.startsWith("$argon2id$"))).toBe(true);
  const trail = JSON.stringify(
    (await db.auditEvent.findMany()).map(({ detail, subjectId }) => ({ detail, subjectId })),
  );
  expect(trail).not.toContain(password);
});

function newAccount(email: string) {
  return {
    submissionId: randomUUID(),
    givenName: "Elin",
    familyName: "Björk",
    email,
    agreed: "",
    jobTitle: "",
    unitId: unitId ?? "",
    roles: ["employee" as const],
    projects: [],
  };
}

let unitId: string | null = null;

async function administratorOf(): Promise<Viewer> {
  const { id } = await db.account.findUniqueOrThrow({ where: { email: "asa@example.se" } });
  const viewer = await viewerOf(id);
  unitId = viewer.unitId;
  return viewer;
}

async function viewerOf(accountId: string | null): Promise<Viewer> {
  const viewer = await loadViewer(db, accountId ?? "");
  if (!viewer) throw new Error("The account is there");
  return viewer;
}
