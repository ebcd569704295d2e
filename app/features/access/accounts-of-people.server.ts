import type { Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";

export async function hasAccount(tx: Transaction, personId: string): Promise<boolean> {
  return (await tx.account.count({ where: { personId } })) > 0;
}

/** From now on whoever signs in to an account is this person. */
export async function giveAccount(
  tx: Transaction,
  audit: Audit,
  { accountId, personId }: { accountId: string; personId: string },
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { personId } });
  audit({ type: "account", id: accountId, detail: { personId } });
}

/** The account of a person, where there is one, is called what they are. */
export async function nameAccount(tx: Transaction, personId: string, name: string): Promise<void> {
  await tx.account.updateMany({ where: { personId }, data: { name } });
}
