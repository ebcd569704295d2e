import type { Database } from "~/platform/db.server";
import { next } from "./sequence";

/** An account without roles: who something is recorded by. */
export function makeAccount(db: Database, given: { authorityId?: string; name?: string } = {}) {
  const number = next();
  return db.account.create({
    data: { name: `Konto ${number}`, email: `konto${number}@example.se`, ...given },
  });
}
