import type { Database } from "~/platform/db.server";
import { makeAuthority } from "./authority";
import { next } from "./sequence";

type Given = { authorityId?: string; parentId?: string; name?: string };

/** A unit, of an authority of its own unless one is given. */
export async function makeUnit(db: Database, given: Given = {}) {
  const authorityId = given.authorityId ?? (await makeAuthority(db)).id;
  return db.unit.create({
    data: { name: `Enhet ${next()}`, ...given, authorityId },
  });
}
