import type { Db } from "~/platform/db.server";
import { dayAfter, type IsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";
import { grantsOf, type GrantView } from "../grants/grants.queries.server";
import { cumulativePoints, type BookedMonth, type CumulativePoint } from "../rules/cumulative";
import {
  projectMoneyOf,
  type BookedRow,
  type BudgetLineRow,
  type ProjectMoney,
  type ToldLine,
} from "../rules/project-money";
import { lineTitle } from "../rules/line-title";
import { bookedThrough } from "./booked-through.queries.server";

/**
 * The money of a project: the one query behind its page, charts, files and reports, so that none
 * of them can say another figure. Booked before `period.startsOn` is previous, until
 * `period.endsBefore` is this period; what is booked later counts nowhere. Budget and plan are
 * those that were decided by the end of `asOf`; the plan is counted until the ledger is known.
 *
 * Asks the same few statements, whatever the number of rows. The caller has made sure that the
 * project is the viewer's to see.
 */
export async function projectMoney(
  db: Db,
  { projectId, period, asOf, told, known }: MoneyAsked,
): Promise<ProjectMoney> {
  // One after the other: inside a transaction there is one connection.
  const lines = known?.lines ?? (await budgetLines(db, { projectId, asOf }));
  const booked = told?.booked ?? (await bookedRows(db, projectId, period));
  const grants = known?.grants ?? (await grantsOf(db, projectId));
  const through = await bookedThrough(db, { projectId, day: asOf });
  const toldLines = told?.lines ?? [];
  return projectMoneyOf({ lines, toldLines, booked, grants, bookedThrough: through, asOf });
}

type MoneyAsked = {
  projectId: string;
  period: Period;
  asOf: IsoDate;
  /**
   * What is booked by line where it is split by what was told before, rather than by the day, and
   * the lines as they were told.
   */
  told?: { booked: BookedRow[]; lines: ToldLine[] };
  /** What the caller has read of the same project: its lines as of the same day. */
  known?: { lines: BudgetLineRow[]; grants: GrantView[] };
};

/** The period whose accumulated figures are everything booked until the end of `asOf`. */
export function untilEndOf(asOf: IsoDate, startsOn: IsoDate): Period {
  return { startsOn, endsBefore: dayAfter(asOf) };
}

/**
 * Cumulated spending and plan by month until the end of the project, with a modelled forecast.
 * Of what is paid in kronor: its last actual point is `projectMoney(…).paid.accumulatedOre`.
 */
export async function cumulativeSpending(
  db: Db,
  { projectId, project, asOf, known }: SpendingAsked,
): Promise<CumulativePoint[]> {
  const lines = known?.lines ?? (await budgetLines(db, { projectId, asOf }));
  const through = known ? known.bookedThrough : await bookedThrough(db, { projectId, day: asOf });
  const booked = known?.booked ?? (await bookedByMonth(db, projectId, asOf));
  const amounts = lines
    .filter(({ financing }) => financing !== "in_kind")
    .flatMap((line) => line.amounts);
  return cumulativePoints({ project, amounts, booked, asOf, bookedThrough: through });
}

type SpendingAsked = {
  projectId: string;
  project: Period;
  asOf: IsoDate;
  /** What the caller has read of the same project, as of the same day: its lines and costs. */
  known?: { lines: BudgetLineRow[]; booked: BookedMonth[]; bookedThrough: IsoDate | null };
};

type StoredLine = Omit<BudgetLineRow, "committedOre"> & { committedOre: bigint };

/**
 * The lines of a project, all or those that it had by then and some others (`also`), with what they
 * may spend by what was decided by the end of a day.
 */
export async function budgetLines(
  db: Db,
  {
    projectId,
    asOf,
    which = "all",
  }: { projectId: string; asOf: IsoDate; which?: "all" | { also: readonly string[] } },
): Promise<BudgetLineRow[]> {
  const rows = await db.$queryRaw<StoredLine[]>`
    select line.line_id as "lineId", line.cost_category as "costCategory", line.name,
      line.financing, line.grant_id as "grantId", coalesce(planned.amounts, '[]') as amounts,
      coalesce(promised.amount_ore, 0)::bigint as "committedOre"
    from lines_of(${projectId}::uuid) line
    left join (
      select line_id, json_agg(json_build_object('startsOn', starts_on, 'endsBefore', ends_before,
        'amountOre', amount_ore) order by starts_on) as amounts
      from budget_of(${projectId}::uuid, ${asOf}::date) group by line_id
    ) planned using (line_id)
    left join (
      select line_id, sum(amount_ore) as amount_ore
      from committed_of(${projectId}::uuid) group by line_id
    ) promised using (line_id)
    where ${which === "all"} or line.line_id = any(${which === "all" ? [] : which.also}::uuid[])
      or line.line_id in (
      select stood.line_id from lines_by(${projectId}::uuid, ${asOf}::date) stood)
    order by line.place`;
  return rows.map((row) => ({ ...row, committedOre: Number(row.committedOre) }));
}

/**
 * What the lines of a project are called that are none of some, and for which nothing has been
 * decided or booked on any day.
 */
export async function emptyLines(
  db: Db,
  { projectId, lines }: { projectId: string; lines: readonly { lineId: string }[] },
): Promise<string[]> {
  const ids = lines.map(({ lineId }) => lineId);
  const others = await db.$queryRaw<{ costCategory: string; name: string }[]>`
    select cost_category as "costCategory", name from lines_of(${projectId}::uuid)
    where not line_id = any(${ids}::uuid[])
      and line_id not in (select line_id from lines_by(${projectId}::uuid, 'infinity')
        where line_id is not null)
    order by place`;
  return others.map(lineTitle);
}

type StoredSums = Record<
  Exclude<keyof BookedRow, "lineId" | "changedOre" | "changedMinutes">,
  bigint
> & { lineId: string | null };

async function bookedRows(db: Db, projectId: string, period: Period): Promise<BookedRow[]> {
  const rows = await db.$queryRaw<StoredSums[]>`
    with split as (
      select line_id, amount_ore, minutes, day < ${period.startsOn}::date as is_previous,
        day >= ${period.startsOn}::date and happened_on < ${period.startsOn}::date as is_late
      from entries_of(${projectId}::uuid) where day < ${period.endsBefore}::date
    )
    select line_id as "lineId", count(*) as count,
      coalesce(sum(amount_ore) filter (where is_previous), 0)::bigint as "previousOre",
      coalesce(sum(amount_ore) filter (where not is_previous), 0)::bigint as "thisPeriodOre",
      coalesce(sum(amount_ore) filter (where is_late), 0)::bigint as "lateOre",
      coalesce(sum(minutes) filter (where is_late), 0)::bigint as "lateMinutes",
      coalesce(sum(minutes) filter (where is_previous), 0)::bigint as "previousMinutes",
      coalesce(sum(minutes) filter (where not is_previous), 0)::bigint as "thisPeriodMinutes"
    from split group by line_id`;
  return rows.map((row) => ({
    lineId: row.lineId,
    previousOre: Number(row.previousOre),
    changedOre: 0,
    thisPeriodOre: Number(row.thisPeriodOre),
    lateOre: Number(row.lateOre),
    previousMinutes: Number(row.previousMinutes),
    changedMinutes: 0,
    thisPeriodMinutes: Number(row.thisPeriodMinutes),
    lateMinutes: Number(row.lateMinutes),
    count: Number(row.count),
  }));
}

async function bookedByMonth(db: Db, projectId: string, asOf: IsoDate): Promise<BookedMonth[]> {
  const rows = await db.$queryRaw<{ month: IsoDate; amountOre: bigint }[]>`
    select to_char(day, 'YYYY-MM-"01"') as month, sum(amount_ore)::bigint as "amountOre"
    from costs_of(${projectId}::uuid) where day <= ${asOf}::date
    group by 1 order by 1`;
  return rows.map(({ month, amountOre }) => ({ month, amountOre: Number(amountOre) }));
}
