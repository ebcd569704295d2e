import type { Database, Db } from "~/platform/db.server";
import { newToken, tokenId } from "./token.server";

const lifetimeMs = 12 * 60 * 60 * 1000;

/** Signs an account in on a new browser and returns the token for its cookie. */
export async function openSession(db: Database, accountId: string): Promise<string> {
  const token = newToken();
  await db.session.create({
    data: { id: tokenId(token), accountId, expiresAt: new Date(Date.now() + lifetimeMs) },
  });
  return token;
}

/** The account of a token, or null when nobody is signed in with it. Keeps a used session alive. */
export async function accountOfSession(db: Database, token: string): Promise<string | null> {
  const session = await db.session.findUnique({
    where: { id: tokenId(token) },
    include: { account: { select: { disabledAt: true } } },
  });
  const now = Date.now();
  if (!session || session.expiresAt.getTime() <= now || session.account.disabledAt) return null;
  if (session.expiresAt.getTime() - now < lifetimeMs / 2) {
    await db.session.updateMany({
      where: { id: session.id },
      data: { expiresAt: new Date(now + lifetimeMs) },
    });
  }
  return session.accountId;
}

export async function closeSession(db: Database, token: string): Promise<void> {
  await db.session.deleteMany({ where: { id: tokenId(token) } });
}

/** Ends every session of an account: after a new password, or when it is disabled. */
export async function closeAllSessions(db: Db, accountId: string): Promise<void> {
  await db.session.deleteMany({ where: { accountId } });
}
