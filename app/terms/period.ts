import { dayBefore, daysBetween, type IsoDate } from "./day";

/** Days from `startsOn` until the day before `endsBefore`. */
export type Period = { startsOn: IsoDate; endsBefore: IsoDate };

/** Days from `startsOn` until the day before `endsBefore`; null: no end is known. */
export type OpenPeriod = { startsOn: IsoDate; endsBefore: IsoDate | null };

/** Whether a period has the day in it. */
export function covers({ startsOn, endsBefore }: OpenPeriod, day: IsoDate): boolean {
  return startsOn <= day && (endsBefore === null || endsBefore > day);
}

/** The last day of a half-open period. */
export function lastDayOf({ endsBefore }: Period): IsoDate {
  return dayBefore(endsBefore);
}

/** How many days a period has. */
export function daysIn({ startsOn, endsBefore }: Period): number {
  return daysBetween(startsOn, endsBefore);
}

/** How many of a period's days have passed when `asOf` has ended: from none to all of them. */
export function daysPassed(period: Period, asOf: IsoDate): number {
  const passed = daysBetween(period.startsOn, asOf) + 1;
  return Math.max(0, Math.min(passed, daysIn(period)));
}

/** The first of the periods that has a day in common with one before it; null where none has. */
export function firstOverlap<Each extends Period>(periods: readonly Each[]): Each | null {
  const overlapping = periods.find((period, index) =>
    periods.slice(0, index).some((earlier) => overlaps(earlier, period)),
  );
  return overlapping ?? null;
}

/** Whether no day is in a period of both lists. */
export function haveNoDayInCommon(some: readonly Period[], others: readonly Period[]): boolean {
  return !some.some((period) => others.some((other) => overlaps(period, other)));
}

function overlaps(one: Period, other: Period): boolean {
  return one.startsOn < other.endsBefore && other.startsOn < one.endsBefore;
}
