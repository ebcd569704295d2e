import type { Actor } from "~/platform/transact.server";
import type { Viewer } from "./viewer";

/** The viewer as the audit trail names them. */
export function actorOf(viewer: Viewer): Actor {
  return { accountId: viewer.accountId, name: viewer.name, authorityId: viewer.authorityId };
}

/** What the program does by itself or for somebody at its terminal. */
export const program: Actor = { accountId: null, name: "Kaskad", authorityId: null };
