import { randomInt } from "node:crypto";
import { makeDatabase, type Db } from "~/platform/db.server";
import { transact } from "~/platform/transact.server";
import { program } from "./audit.server";
import { issueLink } from "./one-time-links.server";

// Without letters and digits that are read for one another.
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/**
 * A code for the page that makes the first administrator, to be shown in the terminal of whoever
 * started the program. Null when there already is an account: then nobody gets in this way.
 */
export async function issueSetupCode(databaseUrl: string): Promise<string | null> {
  const db = makeDatabase(databaseUrl);
  try {
    if (await isSetUp(db)) return null;
    const code = Array.from({ length: 3 }, () => block()).join("-");
    await transact(db, { actor: program, action: "setup.issue-code" }, async (tx, audit) => {
      await issueLink(tx, { purpose: "setup", accountId: null }, code);
      audit({ type: "setup", id: "code" });
      return "code";
    });
    return code;
  } finally {
    await db.$disconnect();
  }
}

function block(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
}

/** Whether somebody has made the authority and the first administrator. */
export async function isSetUp(db: Db): Promise<boolean> {
  return (await db.account.count()) > 0;
}
