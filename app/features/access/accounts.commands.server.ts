import { Prisma } from "~/generated/prisma/client";
import type { Database, Transaction } from "~/platform/db.server";
import { AppError } from "~/platform/app-error";
import { FieldError } from "~/platform/field-error";
import { only } from "~/platform/only";
import { transact } from "~/platform/transact.server";
import type { z } from "zod";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { newAccountForm, setupForm } from "./accounts.schema";
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
    const authority = await tx.authority.create({ data: { name: input.authorityName } });
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

/** Makes an account, and for staff the person it belongs to. Returns the account's id. */
export async function createAccount(
  db: Database,
  viewer: Viewer,
  input: z.output<typeof newAccountForm>,
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
    if (input.unitId) await requireUnit(tx, authorityId, input.unitId);
    await requireProjects(tx, authorityId, input.projects);
    const account = await tx.account
      .create({
        data: {
          authority: { connect: { id: authorityId } },
          name: `${input.givenName} ${input.familyName}`,
          email: input.email,
          roleGrants: { create: input.roles.flatMap((role) => grantsOf(role, input)) },
          ...(input.unitId && { person: await personOf(tx, { ...input, authorityId, today }) }),
        },
      })
      .catch(refuseTakenEmail);
    audit({ type: "account", id: account.id, detail: { roles: input.roles } });
    return account.id;
  });
}

/**
 * The person whom an account is for: somebody with the address who works here and has no account
 * yet, or else a new one who joins today.
 */
async function personOf(
  tx: Transaction,
  input: z.output<typeof newAccountForm> & { authorityId: string; today: IsoDate },
) {
  const known = await tx.person.findFirst({
    where: { authorityId: input.authorityId, email: input.email, account: null },
    select: { id: true },
  });
  if (known) return { connect: { id: known.id } };
  return {
    create: {
      authorityId: input.authorityId,
      givenName: input.givenName,
      familyName: input.familyName,
      email: input.email,
      placements: {
        create: {
          unitId: input.unitId,
          jobTitle: input.jobTitle,
          startsOn: toDbDate(input.today),
        },
      },
    },
  };
}

function checkReach(input: z.output<typeof newAccountForm>): void {
  if (input.roles.length === 0) throw new FieldError({ roles: { key: "access.chooseRole" } });
  const needsUnit = input.roles.some((role) => role === "employee" || role === "manager");
  if (needsUnit && !input.unitId) throw new FieldError({ unitId: { key: "access.chooseUnit" } });
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

function grantsOf(role: Role, input: z.output<typeof newAccountForm>): NewGrant[] {
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

function refuseTakenEmail(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
    throw new FieldError({ email: { key: "access.emailTaken" } });
  }
  throw error;
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

/** Closes an account: its sessions and links end at once. Opening it again lets it sign in. */
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
