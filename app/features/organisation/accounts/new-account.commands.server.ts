import type { newAccountForm } from "~/features/access/accounts.schema";
import { hasAccount } from "~/features/access/accounts-of-people.server";
import { personChosen, type PersonHolder } from "~/features/access/address-choice";
import { holdersOf } from "~/features/access/address-holders.server";
import { actorOf } from "~/features/access/audit.server";
import { openAccount, requireProjects, type NewGrant } from "~/features/access/open-account.server";
import { hasRole, type Role, type Viewer } from "~/features/access/viewer";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";
import type { z } from "zod";
import { enterPerson, placeOfWholeTime } from "../enter-person.server";
import { fullName } from "../names/full-name";

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
  if (!hasRole(viewer, "administrator")) throw new AppError("forbidden");
  checkReach(input);
  const act = {
    actor: actorOf(viewer),
    action: "account.create",
    submissionId: input.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    const authorityId = viewer.authorityId;
    if (!authorityId) throw new AppError("forbidden");
    const chosen = await personInRegister(tx, { ...input, authorityId, today });
    if (input.unitId) await requireUnit(tx, authorityId, input.unitId);
    await requireProjects(tx, authorityId, input.projects);
    const personId = chosen ? chosen.id : await newPerson(tx, { ...input, authorityId, today });
    const { roles, email } = input;
    const name = chosen ? chosen.name : fullName(input);
    const grants = roles.flatMap((role) => grantsOf(role, input));
    const account = { authorityId, personId, name, email, grants };
    const id = await openAccount(tx, audit, account, { roles, personId });
    if (personId) audit({ type: "person", id: personId, detail: { accountId: id } });
    return id;
  });
}

type NewAccount = z.output<typeof newAccountForm>;

type Wanted = NewAccount & { authorityId: string; today: IsoDate };

/** The person whom an account is for, where they are in the register. */
async function personInRegister(tx: Transaction, wanted: Wanted): Promise<PersonHolder | null> {
  const holders = await holdersOf(tx, wanted.email, wanted.today);
  const name = fullName(wanted);
  const chosen = personChosen(holders, { ...wanted, name, worksHere: worksHere(wanted.roles) });
  if (chosen) await requireNoAccount(tx, chosen);
  return chosen;
}

/** Where a unit is given, a new one, who joins it today. */
async function newPerson(tx: Transaction, wanted: Wanted): Promise<string | null> {
  const { unitId, jobTitle, authorityId, givenName, familyName, email } = wanted;
  if (!unitId) return null;
  const place = placeOfWholeTime({ unitId, jobTitle, startsOn: wanted.today });
  return enterPerson(tx, { authorityId, givenName, familyName, email, place });
}

/** Meanwhile the person may have been given another account, from a page of theirs. */
async function requireNoAccount(tx: Transaction, { id, name, unit }: PersonHolder): Promise<void> {
  await tx.$queryRaw`select id from person where id = ${id}::uuid for no key update`;
  if (!(await hasAccount(tx, id))) return;
  const values = { name, unit: unit?.name ?? "–" };
  throw new FieldError({ email: { key: "access.address.personHasAccount", values } });
}

function worksHere(roles: Role[]): boolean {
  return roles.some((role) => role !== "funder");
}

function checkReach(input: NewAccount): void {
  if (input.roles.length === 0) throw new FieldError({ roles: { key: "access.chooseRole" } });
  // Who has said yes has chosen somebody of the register.
  const isNew = input.agreed === "";
  const needsUnit = input.roles.some(
    (role) => role === "manager" || (role === "employee" && isNew),
  );
  if (needsUnit && !input.unitId) throw new FieldError({ unitId: { key: "access.chooseUnit" } });
  if (input.unitId && !worksHere(input.roles)) {
    throw new FieldError({ unitId: { key: "access.funderHasNoUnit" } });
  }
  const needsProject = input.roles.some((role) => role === "funder" || role === "project_manager");
  if (needsProject && input.projects.length === 0) {
    throw new FieldError({ projects: { key: "access.chooseProject" } });
  }
}

function grantsOf(role: Role, input: NewAccount): NewGrant[] {
  if (role === "manager") return [{ role, unitId: input.unitId }];
  if (role === "project_manager") {
    return input.projects.map((projectId) => ({ role: "project_manager", projectId }));
  }
  if (role === "funder") return input.projects.map((projectId) => ({ role, projectId }));
  return [{ role }];
}

async function requireUnit(tx: Transaction, authorityId: string, id: string): Promise<void> {
  if (!(await tx.unit.findFirst({ where: { id, authorityId } }))) {
    throw new FieldError({ unitId: { key: "errors.notOffered" } });
  }
}
