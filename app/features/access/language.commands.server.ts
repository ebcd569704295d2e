import type { Language } from "~/i18n/language";
import type { Database } from "~/platform/db.server";
import { transact } from "~/platform/transact.server";
import { actorOf } from "./audit.server";
import type { Viewer } from "./viewer";

/** Remembers the viewer's language with their account, for every browser they use. */
export async function chooseLanguage(
  db: Database,
  viewer: Viewer,
  language: Language,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "account.choose-language" };
  return transact(db, act, async (tx, audit) => {
    await tx.account.update({ where: { id: viewer.accountId }, data: { language } });
    audit({ type: "account", id: viewer.accountId, detail: { language } });
    return viewer.accountId;
  });
}
