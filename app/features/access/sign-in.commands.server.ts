import { AppError } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { FieldError } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import { countAttempt, forgetAttempts } from "./attempts.server";
import { passwordIsRight } from "./passwords.server";
import { openSession } from "./sessions.server";
import type { Role } from "./viewer";

/**
 * Signs in with e-mail and password and returns the session's token. A wrong password and an
 * unknown address get the same answer in the same time.
 */
export async function signIn(
  db: Database,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const key = `sign-in:${email.toLowerCase()}`;
  await countAttempt(db, key);
  const account = await db.account.findUnique({ where: { email: email.toLowerCase() } });
  const right = await passwordIsRight(account?.passwordHash ?? null, password);
  if (!account || !right || account.disabledAt) {
    throw new FieldError({ password: { key: "access.wrongPassword" } });
  }
  await forgetAttempts(db, key);
  return enter(db, account, "sign-in");
}

/** Signs in as one of the demo's people. Refused where the demo isn't open. */
export async function signInToDemo(db: Database, role: Role): Promise<string> {
  if (!env().KASKAD_DEMO) throw new AppError("forbidden", "The demo isn't open here");
  const account = await db.account.findUnique({
    where: { demoRole: role },
  });
  if (!account) throw new AppError("not-found");
  return enter(db, account, "sign-in.demo");
}

async function enter(
  db: Database,
  account: { id: string; name: string; authorityId: string | null },
  action: string,
): Promise<string> {
  const actor = { accountId: account.id, name: account.name, authorityId: account.authorityId };
  await transact(db, { actor, action }, async (_tx, audit) => {
    audit({ type: "account", id: account.id });
    return account.id;
  });
  return openSession(db, account.id);
}
