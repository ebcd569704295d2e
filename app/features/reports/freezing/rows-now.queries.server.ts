import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { reportRows } from "../payload/report-rows.queries.server";
import type { ReportRow, RowKind } from "../rules/report-row";
import { recognised } from "../rules/recognised";
import { withKey } from "./row-keys.server";

/** Who stands behind a version's keys, by key; who has been erased is missing. */
export async function peopleBehind(db: Db, versionId: string): Promise<Map<string, string>> {
  // One JSON object: hundreds of them in a row each would take their time to read.
  const [stored] = await db.$queryRaw<{ people: Record<string, string> | null }[]>`
    select json_object_agg(key, person_id) as people
    from report_version_person where version_id = ${versionId}::uuid`;
  return new Map(Object.entries(stored?.people ?? {}));
}

type Asked = {
  projectId: string;
  asOf: IsoDate;
  kinds?: readonly RowKind[];
  /** What they are laid beside. */
  version: { id: string; rows: readonly ReportRow[] };
};

/**
 * A project's rows as they are now, to be laid beside a version's: people under its keys, who have
 * none there by their ids, and nothing of what was written. Where the name behind a key has been
 * erased, the key is given to whom the rows themselves tell (`recognised`), so that nobody counts
 * twice; that is for laying side by side, and names nobody.
 */
export async function rowsBeside(db: Db, { version, ...asked }: Asked): Promise<ReportRow[]> {
  const bare = await reportRows(db, asked);
  if (bare.every(({ person }) => person === null)) return bare;
  const people = await peopleBehind(db, version.id);
  const keys = new Map([...people].map(([key, personId]) => [personId, key]));
  const now = bare.map((row) => underKey(row, keys));
  const others = recognised({ then: version.rows, now, named: new Set(people.keys()) });
  return others.size === 0 ? now : now.map((row) => underKey(row, others));
}

function underKey(row: ReportRow, keys: ReadonlyMap<string, string>): ReportRow {
  const key = row.person && keys.get(row.person);
  return key ? withKey(row, key) : row;
}
