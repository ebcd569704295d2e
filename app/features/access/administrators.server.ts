import { AppError } from "~/platform/app-error";
import type { Transaction } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import type { Viewer } from "./viewer";

/**
 * For every command that ends an administrator: closes the account, takes the role or the way in
 * away. Called in its transaction, before it changes anything. Throws `conflict` where no other
 * administrator of the authority would be left who can sign in, and `forbidden` where the viewer
 * has ceased to be one meanwhile: of two who end each other at once, the second waits here.
 */
export async function requireAnotherAdministrator(
  tx: Transaction,
  viewer: Pick<Viewer, "accountId" | "authorityId">,
  accountId: string,
): Promise<void> {
  const { authorityId } = viewer;
  // Locked in one order, by all who come here, until the transaction ends.
  await tx.$queryRaw`
    select id from account
    where authority_id is not distinct from ${authorityId}::uuid
      and exists (
        select from role_grant where account_id = account.id and role = 'administrator')
    order by id
    for no key update`;
  // Asked anew: what the lock waited for has changed the roles and accounts meanwhile.
  const open = await tx.account.findMany({
    where: { authorityId, disabledAt: null, roleGrants: { some: { role: "administrator" } } },
    select: { id: true, passwordHash: true, demoRole: true },
  });
  if (!open.some(({ id }) => id === viewer.accountId)) throw new AppError("forbidden");
  if (!open.some(({ id }) => id === accountId)) return;
  const others = open.filter((account) => account.id !== accountId && canSignIn(account));
  if (others.length === 0) throw new AppError("conflict");
}

/** Has a password, or is one of the demo's people where one click signs in as them. */
function canSignIn(account: { passwordHash: string | null; demoRole: string | null }): boolean {
  return account.passwordHash !== null || (account.demoRole !== null && env().KASKAD_DEMO);
}
