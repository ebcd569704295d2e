import type { IsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";

export const budgetSteps = ["whole", "year", "half-year", "quarter"] as const;
export type BudgetStep = (typeof budgetSteps)[number];

export function isBudgetStep(text: string | null): text is BudgetStep {
  return budgetSteps.some((step) => step === text);
}

/** As many periods as a line's budget may have. */
export const mostPeriods = 40;

/**
 * A project's time in calendar years, half-years or quarters: the first and the last are cut
 * where the project begins and ends. A time that would take too many is left whole.
 */
export function budgetPeriods({ startsOn, endsBefore }: Period, step: BudgetStep): Period[] {
  const months = monthsOf[step];
  const periods: Period[] = [];
  for (let from = startsOn; months !== null && from < endsBefore;) {
    const next = nextStart(from, months);
    periods.push({ startsOn: from, endsBefore: next < endsBefore ? next : endsBefore });
    from = next;
  }
  const isUsable = periods.length > 0 && periods.length <= mostPeriods;
  return isUsable ? periods : [{ startsOn, endsBefore }];
}

const monthsOf = { whole: null, year: 12, "half-year": 6, quarter: 3 } as const;

/** The first day of the calendar's next stretch of so many months. */
function nextStart(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const ended = Math.floor((month - 1) / months) * months + months;
  return new Date(Date.UTC(year, ended, 1)).toISOString().slice(0, 10);
}
