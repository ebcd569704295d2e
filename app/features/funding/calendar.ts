/** A day without a time, `YYYY-MM-DD`. Such days compare as strings. */
export type IsoDate = string;

/** Days from `startsOn` until the day before `endsBefore`. */
export type Period = { startsOn: IsoDate; endsBefore: IsoDate };

const msPerDay = 86_400_000;

/** Days since 1970-01-01, so that days can be subtracted. */
export function dayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / msPerDay;
}

/** How many days a period has. */
export function daysIn({ startsOn, endsBefore }: Period): number {
  return dayNumber(endsBefore) - dayNumber(startsOn);
}

/** How many of a period's days have passed when `asOf` has ended: from none to all of them. */
export function daysPassed(period: Period, asOf: IsoDate): number {
  const passed = dayNumber(asOf) + 1 - dayNumber(period.startsOn);
  return Math.max(0, Math.min(passed, daysIn(period)));
}

/** The first day of a day's month. */
export function monthOf(day: IsoDate): IsoDate {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month after. */
export function nextMonth(day: IsoDate): IsoDate {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** The day before. */
export function dayBefore(day: IsoDate): IsoDate {
  return new Date((dayNumber(day) - 1) * msPerDay).toISOString().slice(0, 10);
}

/** The day after. */
export function dayAfter(day: IsoDate): IsoDate {
  return new Date((dayNumber(day) + 1) * msPerDay).toISOString().slice(0, 10);
}
