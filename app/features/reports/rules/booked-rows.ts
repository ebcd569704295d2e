import type { BookedMonth } from "~/features/funding/rules/cumulative";
import { monthOf } from "~/terms/day";
import { rowsOf, type ReportRow } from "./report-row";

/** The costs of a report's rows, by the month that they are booked in. */
export function bookedMonthsIn(rows: readonly ReportRow[]): BookedMonth[] {
  const months = new Map<string, number>();
  for (const { day, facts } of rowsOf(rows, "cost")) {
    if (day === null) continue;
    const month = monthOf(day);
    months.set(month, (months.get(month) ?? 0) + facts.amountOre);
  }
  return [...months].map(([month, amountOre]) => ({ month, amountOre }));
}

type Awaiting = { count: number; minutes: number; amountOre: number };

/** The own hours of a report's rows that were worked and await somebody's answer. */
export function awaitingIn(rows: readonly ReportRow[]): Awaiting {
  const waiting = rowsOf(rows, "own-hours").filter(({ facts }) => facts.awaits);
  return {
    count: waiting.length,
    minutes: waiting.reduce((sum, { facts }) => sum + facts.minutes, 0),
    amountOre: waiting.reduce((sum, { facts }) => sum + facts.amountOre, 0),
  };
}
