import { dayBefore, monthOf, nextMonth, type IsoDate } from "~/terms/day";
import { daysIn, daysPassed, type Period } from "~/terms/period";
import { plannedOre, type PlannedAmount } from "./plan";

/** What was booked in a month, by the month's first day. */
export type BookedMonth = { month: IsoDate; amountOre: number };

/** Spending until the end of one month; a figure that does not exist yet, or never, is null. */
export type CumulativePoint = {
  /** The month's first day. */
  month: IsoDate;
  /** The last day that the actual figure covers: the month's last, or `asOf` where it ends there. */
  through: IsoDate;
  /** Counted from the budget: the plan until the month's last day. */
  planOre: number;
  /** Counted: what was booked until `through`; null after the month of `asOf`. */
  actualOre: number | null;
  /** Of the actual: what was booked before the project's first month. */
  earlierOre: number | null;
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
 * Cumulated plan and spending, a point a month, from the project's first month to its last. One
 * cost with a day far from the project makes no empty years, and the last actual figure is always
 * all that was booked:
 *
 * - What was booked before the first month is in the first month's figure, also while `asOf` lies
 *   before that month.
 * - What was booked after the last month has months of its own, up to the last with something
 *   booked, for a year at most; what was booked later still is in the last of them.
 */
export function cumulativePoints(course: Course): CumulativePoint[] {
  const { amounts, booked, asOf } = course;
  const months = monthsOf(course);
  const [firstMonth = "", lastMonth] = [months[0], months.at(-1)];
  const currentMonth = monthOf(asOf);
  const totalOre = sumOf(booked);
  const earlierOre = sumOf(booked.filter(({ month }) => month < firstMonth));
  return months.map((month) => {
    const lastDay = dayBefore(nextMonth(month));
    const isCounted = month <= currentMonth || (month === firstMonth && earlierOre !== 0);
    const until = month === lastMonth ? booked : booked.filter((row) => row.month <= month);
    const holdsLater = until.some((row) => row.month > month);
    return {
      month,
      through: isCounted && (month >= currentMonth || holdsLater) ? asOf : lastDay,
      planOre: plannedOre(amounts, lastDay),
      actualOre: isCounted ? sumOf(until) : null,
      earlierOre: isCounted ? earlierOre : null,
      forecastOre: forecastPoint({ ...course, month, lastDay, totalOre, earlierOre }),
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
  point: Course & { month: IsoDate; lastDay: IsoDate; totalOre: number; earlierOre: number },
): number | null {
  const { project, asOf, month, lastDay, totalOre, earlierOre } = point;
  if (lastDay < asOf) return null;
  const day = month === monthOf(asOf) ? asOf : lastDay;
  // What was spent before the project tells nothing of its pace.
  const ownOre = forecastOre({ project, spentOre: totalOre - earlierOre, asOf, day });
  return ownOre === null ? null : ownOre + earlierOre;
}

function monthsOf({ project, booked }: Course): IsoDate[] {
  const lastOfProject = monthOf(dayBefore(project.endsBefore));
  const yearAfter = `${Number(lastOfProject.slice(0, 4)) + 1}${lastOfProject.slice(4)}`;
  const lastBooked = booked.reduce((last, { month }) => (month > last ? month : last), "");
  const months: IsoDate[] = [];
  let month = monthOf(project.startsOn);
  while (month <= lastOfProject || (month <= lastBooked && month <= yearAfter)) {
    months.push(month);
    month = nextMonth(month);
  }
  return months;
}

function sumOf(booked: readonly BookedMonth[]): number {
  return booked.reduce((sum, { amountOre }) => sum + amountOre, 0);
}

/** Share of a project's time that has passed when `asOf` has ended, from 0 to 1. */
export function timePassed(project: Period, asOf: IsoDate): number {
  return daysPassed(project, asOf) / daysIn(project);
}
