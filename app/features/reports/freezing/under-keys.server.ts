import type { Db } from "~/platform/db.server";
import { recognised } from "../rules/recognised";
import type { ReportRow } from "../rules/report-row";
import { withKey } from "./row-keys.server";

/** Who stands behind a version's keys, by key; who has been erased is missing. */
export async function peopleBehind(db: Db, versionId: string): Promise<Map<string, string>> {
  // One JSON object: hundreds of them in a row each would take their time to read.
  const [stored] = await db.$queryRaw<{ people: Record<string, string> | null }[]>`
    select json_object_agg(key, person_id) as people
    from report_version_person where version_id = ${versionId}::uuid`;
  return new Map(Object.entries(stored?.people ?? {}));
}

/**
 * Rows of people's ids, in their order, with their people under a version's keys, who have none there
 * by their ids. Where the name behind a key has been erased, the key is given to whom the rows
 * themselves tell (`recognised`), so that nobody counts twice; that is for laying side by side, and
 * names nobody.
 */
export async function underKeysOf(
  db: Db,
  version: { id: string; rows: readonly ReportRow[] },
  bare: readonly ReportRow[],
): Promise<ReportRow[]> {
  if (bare.every(({ person }) => person === null)) return [...bare];
  const people = await peopleBehind(db, version.id);
  const keys = new Map([...people].map(([key, personId]) => [personId, key]));
  const now = underKeys(bare, keys);
  const others = recognised({ then: version.rows, now, named: new Set(people.keys()) });
  return others.size === 0 ? now : underKeys(now, others);
}

/** Rows whose people have other keys, or ids, by those that they have. */
export function underKeys(
  rows: readonly ReportRow[],
  keys: ReadonlyMap<string, string>,
): ReportRow[] {
  return rows.map((row) => {
    const key = row.person && keys.get(row.person);
    return key ? withKey(row, key) : row;
  });
}
