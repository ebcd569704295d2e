import type { TouchedFigures } from "~/features/funding/reported/agreed-change.server";
import { readSince } from "~/features/funding/reported/read-periods.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";

type Standing = {
  unit: string;
  baseline: number;
  baselineOn: IsoDate;
  targets: number;
  measurements: number;
  measuredFrom: IsoDate | null;
  measuredTo: IsoDate | null;
  /** The first day as of which a report has the indicator. */
  first: IsoDate;
};

/**
 * What it touches that an indicator never was: its targets, its measurements, and what a funder has
 * read of it. 404 for one that isn't the project's, or stands no more.
 */
export async function touchedByWithdrawal(
  db: Db,
  { id, projectId }: { id: string; projectId: string },
): Promise<TouchedFigures> {
  const stands = await standing(db, { id, projectId });
  const { unit, baseline, baselineOn: date, targets, measurements: count } = stands;
  const read = await readSince(db, projectId, stands.first);
  if (targets + count + read.length === 0) return { touched: [], read };
  const days = { from: stands.measuredFrom ?? "", to: stands.measuredTo ?? "" };
  const touched: Touched[] = [
    { key: "outcomes.withdraw.baseline", values: { unit, baseline, date } },
    ...(targets > 0 ? [{ key: "outcomes.withdraw.targets", values: { count: targets } }] : []),
    ...(count > 0 ? [{ key: "outcomes.withdraw.measured", values: { count, ...days } }] : []),
  ];
  return { touched, read };
}

async function standing(
  db: Db,
  { id, projectId }: { id: string; projectId: string },
): Promise<Standing> {
  const [row] = await db.$queryRaw<Standing[]>`
    with decided as (
      select decided_on, replaced_on from target_decisions(${projectId}::uuid)
      where indicator_id = ${id}::uuid
    ), measured as (select measured_on from measurements_of(${id}::uuid))
    select indicator.unit, indicator.baseline::float8 as baseline,
      to_char(indicator.baseline_on, 'YYYY-MM-DD') as "baselineOn",
      (select count(*)::int from decided where replaced_on is null) as targets,
      (select count(*)::int from measured) as measurements,
      (select to_char(min(measured_on), 'YYYY-MM-DD') from measured) as "measuredFrom",
      (select to_char(max(measured_on), 'YYYY-MM-DD') from measured) as "measuredTo",
      to_char(least(indicator.baseline_on, (select min(decided_on) from decided),
        (select min(measured_on) from measured)), 'YYYY-MM-DD') as first
    from indicators_of(${projectId}::uuid) indicator where indicator.indicator_id = ${id}::uuid`;
  return row ?? notFound();
}
