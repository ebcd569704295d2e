import type { Database } from "~/platform/db.server";
import type { Actor } from "~/platform/transact.server";
import type { Viewer } from "./viewer";

/** The viewer as the audit trail names them. */
export function actorOf(viewer: Viewer): Actor {
  return { accountId: viewer.accountId, name: viewer.name, authorityId: viewer.authorityId };
}

/** What the program does by itself or for somebody at its terminal. */
export const program: Actor = { accountId: null, name: "Kaskad", authorityId: null };

/**
 * Notes that somebody has looked at another person's records. Their own are theirs to look at,
 * and leave no row.
 */
export async function noteLook(
  db: Pick<Database, "auditEvent">,
  viewer: Viewer,
  personId: string,
): Promise<void> {
  if (viewer.personId === personId) return;
  await db.auditEvent.create({
    data: {
      authorityId: viewer.authorityId,
      accountId: viewer.accountId,
      actorName: viewer.name,
      action: "person.look",
      subjectType: "person",
      subjectId: personId,
    },
  });
}
