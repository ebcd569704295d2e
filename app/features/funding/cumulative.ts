import {
  dayBefore,
  daysIn,
  daysPassed,
  monthOf,
  nextMonth,
  type IsoDate,
  type Period,
} from "./calendar";
import { plannedOre, type PlannedAmount } from "./plan";

/** What was booked in a month, by the month's first day. */
export type BookedMonth = { month: IsoDate; amountOre: number };

/** Spending until the end of one month; a figure that does not exist yet, or never, is null. */
export type CumulativePoint = {
  /** The month's first day. */
  month: IsoDate;
  /** The last day that the actual figure covers: the month's last, or `asOf` in its own month. */
  through: IsoDate;
  /** Counted from the budget: the plan until the month's last day. */
  planOre: number;
  /** Counted: what was booked until `through`; null after the month of `asOf`. */
  actualOre: number | null;
  /** Modelled, see `forecastOre`; from the month of `asOf` on, where it starts at the actual. */
  forecastOre: number | null;
};

type Course = {
  project: Period;
  /** The budget of the lines whose spending is followed. */
  amounts: readonly PlannedAmount[];
  /** Nothing after `asOf` is among them. */
  booked: readonly BookedMonth[];
  asOf: IsoDate;
};

/**
 * Cumulated plan and spending, a point a month, from the project's first month (or the first with
 * something booked) to its last (or the last with something booked).
 */
export function cumulativePoints(course: Course): CumulativePoint[] {
  const bookedIn = new Map<IsoDate, number>();
  for (const { month, amountOre } of course.booked) {
    bookedIn.set(month, (bookedIn.get(month) ?? 0) + amountOre);
  }
  const totalOre = course.booked.reduce((sum, { amountOre }) => sum + amountOre, 0);
  const currentMonth = monthOf(course.asOf);
  let actualOre = 0;
  return monthsOf(course).map((month) => {
    actualOre += bookedIn.get(month) ?? 0;
    const lastDay = dayBefore(nextMonth(month));
    return {
      month,
      through: month === currentMonth ? course.asOf : lastDay,
      planOre: plannedOre(course.amounts, lastDay),
      actualOre: month <= currentMonth ? actualOre : null,
      forecastOre: forecastPoint({ ...course, month, lastDay, totalOre }),
    };
  });
}

/**
 * Modelled: what will have been spent when `day` has ended if the money goes on at the pace that
 * it has gone at so far, a straight line from the project's first day through what is spent on
 * `asOf`. Rounded down to whole öre. Null where there is no pace to go by: before the project's
 * first day, once it has ended, or while nothing is spent.
 */
export function forecastOre({
  project,
  spentOre,
  asOf,
  day,
}: {
  project: Period;
  spentOre: number;
  asOf: IsoDate;
  day: IsoDate;
}): number | null {
  const passed = daysPassed(project, asOf);
  if (passed === 0 || passed === daysIn(project) || spentOre <= 0) return null;
  // An amount times days can pass what a plain number holds exactly.
  return Number((BigInt(spentOre) * BigInt(daysPassed(project, day))) / BigInt(passed));
}

function forecastPoint(
  point: Course & { month: IsoDate; lastDay: IsoDate; totalOre: number },
): number | null {
  const { project, asOf, month, lastDay, totalOre } = point;
  if (lastDay < asOf) return null;
  const day = month === monthOf(asOf) ? asOf : lastDay;
  return forecastOre({ project, spentOre: totalOre, asOf, day });
}

function monthsOf({ project, booked }: Course): IsoDate[] {
  const bookedMonths = booked.map(({ month }) => month);
  const first = [monthOf(project.startsOn), ...bookedMonths].reduce((a, b) => (a < b ? a : b));
  const last = [monthOf(dayBefore(project.endsBefore)), ...bookedMonths].reduce((a, b) =>
    a > b ? a : b,
  );
  const months: IsoDate[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

/** Share of a project's time that has passed when `asOf` has ended, from 0 to 1. */
export function timePassed(project: Period, asOf: IsoDate): number {
  return daysPassed(project, asOf) / daysIn(project);
}
