import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { periodRows, type PeriodRows, type RowsWhen } from "../rules/report-clock";
import type { ReportRow } from "../rules/report-row";
import type { RowsPeriod } from "../page/rows-href";
import { peopleBehind, underKeys, underKeysOf } from "./under-keys.server";
import { versionContent } from "./version-content.server";

/** What a report's columns are told by; undefined for a first version, which doesn't say. */
export async function periodOf(
  db: Db,
  { base, startsOn }: { base: string | null | undefined; startsOn: IsoDate },
): Promise<RowsPeriod | undefined> {
  if (base === undefined) return undefined;
  if (base === null) return { startsOn, base };
  const { reportId, number } = await db.reportVersion.findUniqueOrThrow({
    where: { id: base },
    select: { reportId: true, number: true },
  });
  return { startsOn, base: { id: reportId, number } };
}

/**
 * Which of a report's rows came in its period, as its columns have them: against the version that it
 * builds on, `base`, or (null) by their days. `version` is the report's own, where the rows have its
 * keys.
 */
export async function rowsOfPeriod(
  db: Db,
  {
    rows,
    base,
    version,
    startsOn,
    when,
  }: {
    rows: readonly ReportRow[];
    base: string | null;
    version: string | null;
    startsOn: IsoDate;
    when: RowsWhen;
  },
): Promise<PeriodRows> {
  const isLate = when === "late";
  if (base === null) return periodRows({ then: null, now: rows }, { startsOn, isLate });
  const stored = await db.reportVersion.findUniqueOrThrow({
    where: { id: base },
    select: { id: true, sha256: true },
  });
  const { rows: then } = await versionContent(db, stored);
  const people = version === null ? null : await peopleBehind(db, version);
  const bare = people ? underKeys(rows, people) : rows;
  const now = await underKeysOf(db, { id: base, rows: then }, bare);
  const { isOf, before } = periodRows({ then, now }, { startsOn, isLate });
  const twins = new Map<ReportRow, ReportRow>(rows.map((row, index) => [row, now[index] ?? row]));
  const ids = new Map(
    rows.flatMap(({ person }, index) => {
      const key = now[index]?.person;
      return person === null || !key ? [] : [[key, person] as const];
    }),
  );
  return {
    isOf: (row) => isOf(twins.get(row) ?? row),
    before: before.map((each) => ({
      ...each,
      person: each.person && (ids.get(each.person) ?? each.person),
    })),
  };
}
