import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { reportRows } from "../payload/report-rows.queries.server";
import type { ReportRow } from "../rules/report-row";
import { withKey } from "./row-keys.server";

/** Who stands behind a version's keys, by key; who has been erased is missing. */
export async function peopleBehind(db: Db, versionId: string): Promise<Map<string, string>> {
  const people = await db.reportVersionPerson.findMany({ where: { versionId } });
  return new Map(people.map(({ key, personId }) => [key, personId]));
}

/**
 * A project's rows as they are now, to be laid beside a version's: people under its keys, who have
 * none there by their ids, and nothing of what was written.
 */
export async function rowsNow(
  db: Db,
  asked: { projectId: string; asOf: IsoDate; summed?: true },
  people: ReadonlyMap<string, string>,
): Promise<ReportRow[]> {
  const keys = new Map([...people].map(([key, personId]) => [personId, key]));
  const written = await reportRows(db, asked);
  return written.map(({ words: _words, ...row }) =>
    withKey(row, row.person && (keys.get(row.person) ?? row.person)),
  );
}
