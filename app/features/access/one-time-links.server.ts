import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { newToken, tokenId } from "./token.server";

export type LinkPurpose = "setup" | "password";

const lifetimeMs: Record<LinkPurpose, number> = {
  setup: 24 * 60 * 60 * 1000,
  password: 72 * 60 * 60 * 1000,
};

/** Makes a token that works once. A newer one of the same kind and account ends the older. */
export async function issueLink(
  tx: Transaction,
  { purpose, accountId }: { purpose: LinkPurpose; accountId: string | null },
  token: string = newToken(),
): Promise<string> {
  await tx.oneTimeLink.deleteMany({ where: { purpose, accountId, usedAt: null } });
  await tx.oneTimeLink.create({
    data: {
      id: tokenId(token),
      purpose,
      accountId,
      expiresAt: new Date(Date.now() + lifetimeMs[purpose]),
    },
  });
  return token;
}

/** Whether a token would work now; the page asks before it shows its form. */
export async function linkIsOpen(
  db: Pick<Database, "oneTimeLink">,
  purpose: LinkPurpose,
  token: string,
): Promise<boolean> {
  const link = await db.oneTimeLink.findFirst({ where: openLink(purpose, token) });
  return link !== null;
}

/** Uses a token up and returns the account it was made for; throws `not-found` for a spent one. */
export async function spendLink(
  tx: Transaction,
  purpose: LinkPurpose,
  token: string,
): Promise<string | null> {
  const [spent] = await tx.oneTimeLink.updateManyAndReturn({
    where: openLink(purpose, token),
    data: { usedAt: new Date() },
  });
  if (!spent) throw new AppError("not-found");
  return spent.accountId;
}

function openLink(purpose: LinkPurpose, token: string) {
  return { id: tokenId(token), purpose, usedAt: null, expiresAt: { gt: new Date() } };
}
