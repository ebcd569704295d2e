import type { Database, Transaction } from "~/platform/db.server";
import { AppError } from "~/platform/app-error";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import { only } from "~/platform/only";
import { transact } from "~/platform/transact.server";
import type { z } from "zod";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { newAccountForm, setupForm } from "./accounts.schema";
import { personChosen, type PersonHolder } from "./address-choice";
import { holdersOf } from "./address-holders.server";
import { requireAnotherAdministrator } from "./administrators.server";
import { actorOf, program } from "./audit.server";
import { countAttempt } from "./attempts.server";
import { issueLink, spendLink } from "./one-time-links.server";
import { hashPassword } from "./passwords.server";
import { openSession } from "./sessions.server";
import { hasRole, type Role, type Viewer } from "./viewer";

/**
 * Makes the authority, its first unit and the first administrator, who proves with the code from
 * the terminal that the program is theirs. Returns the session's token.
 */
export async function setUp(
  db: Database,
  input: z.output<typeof setupForm>,
  today: IsoDate,
): Promise<string> {
  await countAttempt(db, "setup");
  const passwordHash = await hashPassword(input.password);
  const accountId = await transact(db, { actor: program, action: "setup" }, async (tx, audit) => {
    await spendSetupCode(tx, input.code.toUpperCase());
    const { person } = await holdersOf(tx, input.email, today);
    if (person) throw new FieldError({ email: { key: "access.address.taken" } });
    const { authorityName, orgNumber } = input;
    const authority = await tx.authority.create({ data: { name: authorityName, orgNumber } });
    const unit = await tx.unit.create({
      data: { authorityId: authority.id, name: input.unitName },
    });
    const [givenName = "", ...family] = input.name.split(/\s+/);
    const account = await tx.account.create({
      data: {
        authority: { connect: { id: authority.id } },
        name: input.name,
        email: input.email,
        passwordHash,
        roleGrants: {
          create: [
            { role: "administrator" },
            { role: "employee" },
            { role: "manager", unitId: unit.id },
          ],
        },
        person: {
          create: {
            authorityId: authority.id,
            givenName,
            familyName: family.join(" "),
            email: input.email,
            placements: { create: { unitId: unit.id, startsOn: toDbDate(today) } },
          },
        },
      },
    });
    audit({ type: "account", id: account.id, detail: { roles: ["administrator"] } });
    return account.id;
  });
  return openSession(db, accountId);
}

async function spendSetupCode(tx: Transaction, code: string): Promise<void> {
  if ((await tx.account.count()) > 0) throw new AppError("forbidden");
  try {
    await spendLink(tx, "setup", code);
  } catch (error) {
    if (error instanceof AppError) throw new FieldError({ code: { key: "access.wrongCode" } });
    throw error;
  }
}

/**
 * Makes an account, and for staff the person it belongs to, who may be in the register already:
 * see `personChosen`. Returns the account's id.
 */
export async function createAccount(
  db: Database,
  viewer: Viewer,
  input: NewAccount,
  today: IsoDate,
): Promise<string> {
  requireAdministrator(viewer);
  checkReach(input);
  const act = {
    actor: actorOf(viewer),
    action: "account.create",
    submissionId: input.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    const authorityId = viewer.authorityId;
    if (!authorityId) throw new AppError("forbidden");
    const person = await personFor(tx, { ...input, authorityId, today });
    if (input.unitId) await requireUnit(tx, authorityId, input.unitId);
    await requireProjects(tx, authorityId, input.projects);
    const account = await tx.account
      .create({
        data: {
          authority: { connect: { id: authorityId } },
          name: person.name,
          email: input.email,
          roleGrants: { create: input.roles.flatMap((role) => grantsOf(role, input)) },
          ...(person.stored && { person: person.stored }),
        },
        select: { id: true, personId: true },
      })
      .catch(refuseTaken("email", "access.emailTaken"));
    const { id, personId } = account;
    audit({ type: "account", id, detail: { roles: input.roles, personId } });
    if (personId) audit({ type: "person", id: personId, detail: { accountId: id } });
    return id;
  });
}

type NewAccount = z.output<typeof newAccountForm>;

/**
 * The person whom an account is for: who was chosen of those in the register, or else, where a
 * unit is given, a new one who joins today.
 */
async function personFor(
  tx: Transaction,
  input: NewAccount & { authorityId: string; today: IsoDate },
) {
  const { givenName, familyName, email, jobTitle, unitId, authorityId } = input;
  const name = `${givenName} ${familyName}`;
  const holders = await holdersOf(tx, email, input.today);
  const chosen = personChosen(holders, { ...input, name, worksHere: worksHere(input.roles) });
  if (chosen) {
    await requireNoAccount(tx, chosen);
    return { name: chosen.name, stored: { connect: { id: chosen.id } } };
  }
  if (!unitId) return { name };
  const placement = { unitId, jobTitle, startsOn: toDbDate(input.today) };
  const names = { authorityId, givenName, familyName, email };
  return { name, stored: { create: { ...names, placements: { create: placement } } } };
}

/** Meanwhile the person may have been given another account, from a page of theirs. */
async function requireNoAccount(tx: Transaction, { id, name, unit }: PersonHolder): Promise<void> {
  await tx.$queryRaw`select id from person where id = ${id}::uuid for no key update`;
  if ((await tx.account.count({ where: { personId: id } })) === 0) return;
  const values = { name, unit: unit?.name ?? "–" };
  throw new FieldError({ email: { key: "access.address.personHasAccount", values } });
}

function worksHere(roles: Role[]): boolean {
  return roles.some((role) => role !== "funder");
}

function checkReach(input: NewAccount): void {
  if (input.roles.length === 0) throw new FieldError({ roles: { key: "access.chooseRole" } });
  const isNew = !input.personId;
  const needsUnit = input.roles.some(
    (role) => role === "manager" || (role === "employee" && isNew),
  );
  if (needsUnit && !input.unitId) throw new FieldError({ unitId: { key: "access.chooseUnit" } });
  if (input.unitId && !worksHere(input.roles)) {
    throw new FieldError({ unitId: { key: "access.funderHasNoUnit" } });
  }
  const needsProject = input.roles.some((role) => role === "funder" || role === "project-manager");
  if (needsProject && input.projects.length === 0) {
    throw new FieldError({ projects: { key: "access.chooseProject" } });
  }
}

type NewGrant = {
  role: "employee" | "manager" | "project_manager" | "funder" | "administrator";
  unitId?: string;
  projectId?: string;
};

function grantsOf(role: Role, input: NewAccount): NewGrant[] {
  if (role === "manager") return [{ role, unitId: input.unitId }];
  if (role === "project-manager") {
    return input.projects.map((projectId) => ({ role: "project_manager", projectId }));
  }
  if (role === "funder") return input.projects.map((projectId) => ({ role, projectId }));
  return [{ role }];
}

async function requireUnit(tx: Transaction, authorityId: string, id: string): Promise<void> {
  if (!(await tx.unit.findFirst({ where: { id, authorityId } }))) {
    throw new FieldError({ unitId: { key: "errors.unreadable" } });
  }
}

async function requireProjects(tx: Transaction, authorityId: string, ids: string[]) {
  const found = await tx.project.count({ where: { id: { in: ids }, authorityId } });
  if (found !== new Set(ids).size) {
    throw new FieldError({ projects: { key: "errors.unreadable" } });
  }
}

/** Makes a link with which the account's owner chooses a password. Returns its token, once. */
export async function issuePasswordLink(
  db: Database,
  viewer: Viewer,
  accountId: string,
): Promise<string> {
  requireAdministrator(viewer);
  const act = { actor: actorOf(viewer), action: "account.issue-password-link" };
  let token = "";
  await transact(db, act, async (tx, audit) => {
    const account = await findAccount(tx, viewer, accountId);
    token = await issueLink(tx, { purpose: "password", accountId: account.id });
    audit({ type: "account", id: account.id });
    return account.id;
  });
  return token;
}

/** Sets the password of the link's account, ends its other sessions, and signs it in. */
export async function choosePassword(
  db: Database,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const passwordHash = await hashPassword(password);
  const act = { actor: program, action: "account.choose-password" };
  const accountId = await transact(db, act, async (tx, audit) => {
    const id = await spendLink(tx, "password", token);
    if (!id) throw new AppError("not-found");
    await tx.account.update({ where: { id }, data: { passwordHash } });
    await tx.session.deleteMany({ where: { accountId: id } });
    audit({ type: "account", id });
    return id;
  });
  return openSession(db, accountId);
}

/**
 * Closes an account: its sessions and links end at once. Opening it again lets it sign in. The
 * last administrator's is not closed: see `requireAnotherAdministrator`.
 */
export async function setAccountDisabled(
  db: Database,
  viewer: Viewer,
  { accountId, disabled }: { accountId: string; disabled: boolean },
): Promise<string> {
  requireAdministrator(viewer);
  if (accountId === viewer.accountId) throw new AppError("conflict");
  const action = disabled ? "account.disable" : "account.enable";
  return transact(db, { actor: actorOf(viewer), action }, async (tx, audit) => {
    const account = await findAccount(tx, viewer, accountId);
    if (disabled) await requireAnotherAdministrator(tx, viewer, account.id);
    await tx.account.update({
      where: { id: account.id },
      data: { disabledAt: disabled ? new Date() : null },
    });
    await tx.session.deleteMany({ where: { accountId: account.id } });
    await tx.oneTimeLink.deleteMany({ where: { accountId: account.id, usedAt: null } });
    audit({ type: "account", id: account.id });
    return account.id;
  });
}

function requireAdministrator(viewer: Viewer): void {
  if (!hasRole(viewer, "administrator")) throw new AppError("forbidden");
}

async function findAccount(tx: Transaction, viewer: Viewer, id: string) {
  const account = await tx.account.findFirst({
    where: { id, authorityId: only(viewer.authorityId) },
  });
  if (!account) throw new AppError("not-found");
  return account;
}
