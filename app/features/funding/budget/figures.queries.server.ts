import type { Db } from "~/platform/db.server";
import { dayAfter, type IsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";
import { cumulativePoints, type CumulativePoint } from "../rules/cumulative";
import {
  projectMoneyOf,
  type BookedRow,
  type BudgetLineRow,
  type ProjectMoney,
} from "../rules/project-money";

/**
 * The money of a project: the one query behind its page, charts, files and reports, so that none
 * of them can say another figure. Booked before `period.startsOn` is previous, until
 * `period.endsBefore` is this period; what is booked later counts nowhere. The plan is until the
 * end of `asOf`. Withdrawn rows count nowhere.
 *
 * A line of own hours has spent its own hours; any other line its costs. Costs on no line, or on
 * a line that takes own hours, are unplaced. Committed is what the logged courses on a line cost
 * that nobody has approved yet: approval turns it into a cost.
 *
 * Asks two statements, whatever the number of rows. The caller has made sure that the project is
 * the viewer's to see.
 */
export async function projectMoney(
  db: Db,
  { projectId, period, asOf }: { projectId: string; period: Period; asOf: IsoDate },
): Promise<ProjectMoney> {
  const [lines, booked] = await Promise.all([
    budgetLines(db, projectId),
    bookedRows(db, projectId, period),
  ]);
  return projectMoneyOf({ lines, booked, asOf });
}

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
  { projectId, project, asOf }: { projectId: string; project: Period; asOf: IsoDate },
): Promise<CumulativePoint[]> {
  const [lines, booked] = await Promise.all([
    budgetLines(db, projectId),
    bookedByMonth(db, projectId, asOf),
  ]);
  const amounts = lines
    .filter(({ financing }) => financing !== "in-kind")
    .flatMap((line) => line.amounts);
  return cumulativePoints({ project, amounts, booked, asOf });
}

type StoredLine = Omit<BudgetLineRow, "amounts" | "committedOre"> & {
  amounts: { startsOn: IsoDate; endsBefore: IsoDate; amountOre: number }[];
  committedOre: bigint;
};

async function budgetLines(db: Db, projectId: string): Promise<BudgetLineRow[]> {
  const rows = await db.$queryRaw<StoredLine[]>`
    select line.id as "lineId", line.cost_category as "costCategory", line.name,
      line.financing::text as financing, line.grant_id as "grantId", funder.name as funder,
      coalesce(planned.amounts, '[]') as amounts, coalesce(waiting.amount_ore, 0) as "committedOre"
    from budget_line line
    left join "grant" on "grant".id = line.grant_id
    left join funder on funder.id = "grant".funder_id
    left join lateral (
      select json_agg(json_build_object('startsOn', starts_on, 'endsBefore', ends_before,
        'amountOre', amount_ore) order by starts_on) as amounts
      from budget_amount where budget_line_id = line.id
    ) planned on true
    left join (
      select budget_line_id, sum(cost_ore)::bigint as amount_ore
      from training_record
      where kind = 'course' and status = 'submitted' and budget_line_id in (
        select id from budget_line where project_id = ${projectId}::uuid)
      group by budget_line_id
    ) waiting on waiting.budget_line_id = line.id
    where line.project_id = ${projectId}::uuid
    order by line.position`;
  return rows.map((row) => ({ ...row, committedOre: Number(row.committedOre) }));
}

type StoredSums = Record<Exclude<keyof BookedRow, "lineId">, bigint> & { lineId: string | null };

async function bookedRows(db: Db, projectId: string, period: Period): Promise<BookedRow[]> {
  const rows = await db.$queryRaw<StoredSums[]>`
    with booked as (
      select case when line.financing <> 'in-kind' then line.id end as line_id,
        cost.booked_on as day, cost.amount_ore, 0 as minutes
      from cost left join budget_line line on line.id = cost.budget_line_id
      where cost.project_id = ${projectId}::uuid and cost.withdrawn_at is null
        and cost.booked_on < ${period.endsBefore}::date
      union all
      select line.id, own_hours.worked_on, own_hours.amount_ore, own_hours.minutes
      from own_hours join budget_line line
        on line.id = own_hours.budget_line_id and line.financing = 'in-kind'
      where own_hours.project_id = ${projectId}::uuid and own_hours.withdrawn_at is null
        and own_hours.worked_on < ${period.endsBefore}::date
    ), split as (
      select *, day < ${period.startsOn}::date as is_previous from booked
    )
    select line_id as "lineId", count(*) as count,
      coalesce(sum(amount_ore) filter (where is_previous), 0)::bigint as "previousOre",
      coalesce(sum(amount_ore) filter (where not is_previous), 0)::bigint as "thisPeriodOre",
      coalesce(sum(minutes) filter (where is_previous), 0)::bigint as "previousMinutes",
      coalesce(sum(minutes) filter (where not is_previous), 0)::bigint as "thisPeriodMinutes"
    from split group by line_id`;
  return rows.map((row) => ({
    lineId: row.lineId,
    previousOre: Number(row.previousOre),
    thisPeriodOre: Number(row.thisPeriodOre),
    previousMinutes: Number(row.previousMinutes),
    thisPeriodMinutes: Number(row.thisPeriodMinutes),
    count: Number(row.count),
  }));
}

async function bookedByMonth(
  db: Db,
  projectId: string,
  asOf: IsoDate,
): Promise<{ month: IsoDate; amountOre: number }[]> {
  const rows = await db.$queryRaw<{ month: IsoDate; amountOre: bigint }[]>`
    select to_char(booked_on, 'YYYY-MM-"01"') as month, sum(amount_ore)::bigint as "amountOre"
    from cost
    where project_id = ${projectId}::uuid and withdrawn_at is null
      and booked_on <= ${asOf}::date
    group by 1 order by 1`;
  return rows.map(({ month, amountOre }) => ({ month, amountOre: Number(amountOre) }));
}
