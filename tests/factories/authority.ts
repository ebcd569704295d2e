import type { Database } from "~/platform/db.server";
import { next } from "./sequence";

/** An authority. */
export function makeAuthority(db: Database, given: { name?: string } = {}) {
  return db.authority.create({ data: { name: given.name ?? `Förvaltning ${next()}` } });
}
