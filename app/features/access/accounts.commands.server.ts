import type { Database, Transaction } from "~/platform/db.server";
import { AppError } from "~/platform/app-error";
import { only } from "~/platform/only";
import { transact } from "~/platform/transact.server";
import { requireAnotherAdministrator } from "./administrators.server";
import { actorOf, program } from "./audit.server";
import { issueLink, spendLink } from "./one-time-links.server";
import { hashPassword } from "./passwords.server";
import { closeAllSessions, openSession } from "./sessions.server";
import { hasRole, type Viewer } from "./viewer";

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
    await closeAllSessions(tx, id);
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
    await closeAllSessions(tx, account.id);
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
