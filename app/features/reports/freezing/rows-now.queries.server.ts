import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { reportRows } from "../payload/report-rows.queries.server";
import type { ReportRow, RowKind } from "../rules/report-row";
import { underKeysOf } from "./under-keys.server";

type Asked = {
  projectId: string;
  asOf: IsoDate;
  kinds?: readonly RowKind[];
  /** What they are laid beside. */
  version: { id: string; rows: readonly ReportRow[] };
};

/**
 * A project's rows as they are now, to be laid beside a version's: people under its keys, and nothing
 * of what was written.
 */
export async function rowsBeside(db: Db, { version, ...asked }: Asked): Promise<ReportRow[]> {
  return underKeysOf(db, version, await reportRows(db, asked));
}
