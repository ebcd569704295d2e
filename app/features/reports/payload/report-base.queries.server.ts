import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { FrozenReport } from "../freezing/frozen-report";
import { rowsBeside } from "../freezing/rows-now.queries.server";
import { versionContent } from "../freezing/version-content.server";
import { clockKinds, type BaseRows } from "../rules/report-clock";
import { rowsOf, type ReportRow } from "../rules/report-row";
import { reportRows } from "./report-rows.queries.server";

/**
 * The id of the version that a report builds on: the one that stands of the latest shared report
 * that ended before its period begins; with `at` the one that stood then. Null where there is none.
 */
export async function baseOf(
  db: Db,
  report: {
    projectId: string;
    /** The report itself, which is no base of its own; null for one that nobody has begun. */
    reportId: string | null;
    startsOn: IsoDate;
    at?: Date;
  },
): Promise<string | null> {
  const { projectId, reportId, startsOn, at } = report;
  const [base] = await db.$queryRaw<{ id: string }[]>`
    select version_id as id from base_of_period(${projectId}::uuid, ${reportId}::uuid,
      ${startsOn}::date, ${at?.toISOString() ?? "infinity"}::timestamptz)`;
  return base?.id ?? null;
}

/**
 * What a report's sums are made of: the rows that its base (a version's id) had counted, and those
 * of now, under the same keys. `then` is null without a base.
 */
export async function reportBase(
  db: Db,
  {
    base,
    before,
    ...asked
  }: {
    projectId: string;
    /** The last day before the figures' period. */
    before: IsoDate;
    asOf: IsoDate;
    base: string | null;
  },
): Promise<BaseRows> {
  const live = { ...asked, kinds: clockKinds };
  if (base === null) {
    const groupsThen = await reportRows(db, { ...asked, asOf: before, kinds: ["group"] });
    return { then: null, now: await reportRows(db, live), groupsThen };
  }
  const { rows } = await contentOf(db, base);
  const now = await rowsBeside(db, { ...live, version: { id: base, rows } });
  const told = methodsIn(rows);
  if ([...methodsIn(now)].every((method) => told.has(method))) {
    return { then: rows, now, groupsThen: rows };
  }
  const asOfThen = { ...live, asOf: before, kinds: ["group"] as const };
  const untold = await rowsBeside(db, { ...asOfThen, version: { id: base, rows } });
  const younger = untold.filter(({ under }) => !told.has(under));
  return { then: rows, now, groupsThen: [...rows, ...younger] };
}

async function contentOf(db: Db, id: string): Promise<FrozenReport> {
  const [stored] = await db.$queryRaw<{ sha256: string }[]>`
    select sha256 from report_version where id = ${id}::uuid`;
  return stored ? versionContent(db, { id, ...stored }) : notFound();
}

/** The methods that have a group. */
function methodsIn(rows: readonly ReportRow[]): Set<string | null> {
  return new Set(rowsOf(rows, "group").map(({ under }) => under));
}
