import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { refuseTaken } from "~/platform/taken.server";
import type { Audit, AuditSubject } from "~/platform/transact.server";
import type { Role } from "./viewer";

/** Throws a `FieldError` where a role's projects are not all the authority's. */
export async function requireProjects(
  tx: Transaction,
  authorityId: string,
  ids: readonly string[],
): Promise<void> {
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from projects()
    where id = any(${ids}::uuid[]) and authority_id = ${authorityId}::uuid`;
  if (found?.count !== new Set(ids).size) {
    throw new FieldError({ projects: { key: "errors.notOffered" } });
  }
}

export type NewGrant = {
  role: Role;
  unitId?: string;
  projectId?: string;
};

export type OpenedAccount = {
  authorityId: string;
  /** Whose record in the register it opens; null for who has none. */
  personId: string | null;
  name: string;
  email: string;
  /** Left out: it is chosen through a link. */
  passwordHash?: string;
  grants: NewGrant[];
};

/**
 * Makes an account with its roles, in the caller's transaction, and notes it in the trail with
 * `detail`. The caller has seen to it that the person is the authority's. Returns the account's id.
 */
export async function openAccount(
  tx: Transaction,
  audit: Audit,
  { grants, ...account }: OpenedAccount,
  detail: AuditSubject["detail"],
): Promise<string> {
  const { id } = await tx.account
    .create({ data: { ...account, roleGrants: { create: grants } }, select: { id: true } })
    .catch(refuseTaken("email", "access.emailTaken"));
  audit({ type: "account", id, detail });
  return id;
}
