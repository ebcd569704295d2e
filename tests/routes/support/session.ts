import { openSession } from "~/features/access/sessions.server";
import { roles } from "~/features/access/viewer";
import { sessionCookie } from "~/features/access/visit.server";
import type { Database } from "~/platform/db.server";

/** Whoever may call a route: nobody in particular, or one of the demo's people. */
export const callers = ["anonymous", ...roles] as const;
export type Caller = (typeof callers)[number];

/** The `cookie` header of a caller who has signed in; empty for the anonymous one. */
export async function cookieOf(db: Database, caller: Caller): Promise<string> {
  if (caller === "anonymous") return "";
  const account = await db.account.findUniqueOrThrow({ where: { demoRole: caller } });
  return `${sessionCookie}=${await openSession(db, account.id)}`;
}
