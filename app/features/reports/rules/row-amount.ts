import { plannedOre } from "~/features/funding/rules/plan";
import { dayAfter, type IsoDate } from "~/terms/day";
import { isOwnHours } from "./figure-rows";
import { rowsOf, type ReportRow } from "./report-row";
import type { RowList } from "./row-lists";

/** The days that a figure is of: what counts `from` one day on `until` the end of another. */
export type RowDays = { from: IsoDate | null; until: IsoDate | null };

/**
 * What a row adds to the sum of its list, in öre; null where it has no amount. What is spent is
 * taken from what is left, and of a budget the plan is what has grown until the end of `until`:
 * without it until the ledger is known, of own hours until the figures' last day.
 */
export function amountsIn(
  list: RowList,
  { known, asOf, until }: { known: readonly ReportRow[]; asOf: IsoDate } & Pick<RowDays, "until">,
): (row: ReportRow) => number | null {
  const [ledger] = rowsOf(known, "ledger");
  const hourLines = new Set(
    rowsOf(known, "line").flatMap(({ id, facts }) => (isOwnHours(facts.financing) ? id : [])),
  );
  const through = (line: string | null) =>
    line !== null && hourLines.has(line) ? asOf : (ledger?.day ?? asOf);
  return (row) => {
    const { kind, facts } = row;
    if (kind === "budget" && list === "plan") {
      const { day, under } = row;
      const { lastDay, amountOre } = row.facts;
      const amount = { startsOn: day ?? lastDay, endsBefore: dayAfter(lastDay), amountOre };
      return plannedOre([amount], until ?? through(under));
    }
    if (!("amountOre" in facts)) return null;
    return list === "left" && kind !== "budget" ? -facts.amountOre : facts.amountOre;
  };
}

/** Whether a list counts its rows with other amounts than they have. */
export function countsOtherwise(list: RowList): boolean {
  return list === "left" || list === "plan";
}

/** Whether a row is of a figure's days; what has no day of its own, or stands for a time, is. */
export function isOfDays(row: ReportRow, { from, until }: RowDays): boolean {
  const day = countedFrom(row);
  return (
    !dated.has(row.kind) ||
    ((from === null || (day !== null && day >= from)) &&
      (until === null || (day !== null && day <= until)))
  );
}

/** What counts from a day. */
const dated: ReadonlySet<string> = new Set(["cost", "own-hours", "training", "hand-over", "part"]);

function countedFrom(row: ReportRow): IsoDate | null {
  return row.kind === "hand-over" ? row.facts.countsFrom : row.day;
}
