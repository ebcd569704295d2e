import { dayBefore, laterDay, monthOf, nextMonth, type IsoDate } from "~/terms/day";
import { daysIn, daysPassed, type Period } from "~/terms/period";
import { plannedOre, type PlannedAmount } from "./plan";

/** What was booked in a month, by the month's first day. */
export type BookedMonth = { month: IsoDate; amountOre: number };

/** Spending until the end of one month; a figure that does not exist yet, or never, is null. */
export type CumulativePoint = {
  /** The month's first day. */
  month: IsoDate;
  /** The last day that the actual figure covers: the month's last, or the one that it ends on. */
  through: IsoDate;
  /** Counted from the budget: the plan until the month's last day. */
  planOre: number;
  /** Counted: what was booked until `through`; null after the last month of which it is known. */
  actualOre: number | null;
  /** Of the actual: what was booked before the project's first month. */
  earlierOre: number | null;
  /** Modelled, see `forecastOre`; from the last month with an actual on, where it starts at that. */
  forecastOre: number | null;
};

type Course = {
  project: Period;
  /** The budget of the lines whose spending is followed. */
  amounts: readonly PlannedAmount[];
  /** Nothing after `asOf` is among them. */
  booked: readonly BookedMonth[];
  asOf: IsoDate;
  /** Until when the ledger is known, `asOf` at the latest; null where none has been read. */
  bookedThrough: IsoDate | null;
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
 * - Of months after `bookedThrough` nothing is known but what is booked in them.
 */
export function cumulativePoints(course: Course): CumulativePoint[] {
  const { amounts, booked, asOf, bookedThrough } = course;
  const months = monthsOf(course);
  const [firstMonth = "", lastMonth] = [months[0], months.at(-1)];
  const knownOn = bookedThrough ?? asOf;
  const lastBooked = lastMonthOf(booked);
  const currentMonth = laterDay(monthOf(knownOn), lastBooked);
  const endsOn = currentMonth === monthOf(knownOn) ? knownOn : asOf;
  const totalOre = sumOf(booked);
  const earlierOre = sumOf(booked.filter(({ month }) => month < firstMonth));
  return months.map((month) => {
    const lastDay = dayBefore(nextMonth(month));
    const isCounted = month <= currentMonth || (month === firstMonth && earlierOre !== 0);
    const until = month === lastMonth ? booked : booked.filter((row) => row.month <= month);
    const holdsOther = month > currentMonth || until.some((row) => row.month > month);
    const coversUntil = holdsOther
      ? asOf
      : month === currentMonth && endsOn < lastDay
        ? endsOn
        : lastDay;
    return {
      month,
      through: isCounted ? coversUntil : lastDay,
      planOre: plannedOre(amounts, lastDay),
      actualOre: isCounted ? sumOf(until) : null,
      earlierOre: isCounted ? earlierOre : null,
      forecastOre: forecastPoint({ ...course, knownOn, currentMonth, month, totalOre, earlierOre }),
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
  point: Course & {
    knownOn: IsoDate;
    currentMonth: IsoDate;
    month: IsoDate;
    totalOre: number;
    earlierOre: number;
  },
): number | null {
  const { project, asOf, knownOn, currentMonth, month, totalOre, earlierOre } = point;
  if (month < currentMonth || asOf >= dayBefore(project.endsBefore)) return null;
  // What was spent before the project tells nothing of its pace.
  const spentOre = totalOre - earlierOre;
  const day = dayBefore(nextMonth(month));
  const ownOre = forecastOre({ project, spentOre, asOf: knownOn, day });
  if (ownOre === null) return null;
  return month === currentMonth ? totalOre : ownOre + earlierOre;
}

function lastMonthOf(booked: readonly BookedMonth[]): IsoDate {
  return booked.reduce((last, { month }) => laterDay(last, month), "");
}

function monthsOf({ project, booked }: Course): IsoDate[] {
  const lastOfProject = monthOf(dayBefore(project.endsBefore));
  const yearAfter = `${Number(lastOfProject.slice(0, 4)) + 1}${lastOfProject.slice(4)}`;
  const lastBooked = lastMonthOf(booked);
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
