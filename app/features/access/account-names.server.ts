import type { Db } from "~/platform/db.server";

/** What accounts are called, by their ids: whoever entered, measured or took back something. */
export async function accountNames(
  db: Db,
  ids: readonly (string | null)[],
): Promise<Map<string | null, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

/** What one account is called; null where there is none. */
export async function accountName(db: Db, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  return (await accountNames(db, [accountId])).get(accountId) ?? null;
}
