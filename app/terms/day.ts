/** A day without a time, `YYYY-MM-DD`. Such days compare as strings. */
export type IsoDate = string;

/**
 * The days that anything here may carry. What lies outside is a slip, and would do harm: the day
 * after 9999-12-31 has a year of five digits, and a chart by months would draw thousands of years.
 * A half-open end may be the day after the last one. The database's checks say the same.
 */
export const dayBounds = { first: "1900-01-01", last: "2199-12-31" } as const;

/** Whether a day lies within {@link dayBounds}. */
export function isWithinBounds(day: IsoDate): boolean {
  return dayBounds.first <= day && day <= dayBounds.last;
}

/** The floor of days: what counts from here on has done so since always, or has no day yet. */
export const sinceAlways: IsoDate = dayBounds.first;

/** The day as an IsoDate, or null where the calendar has no such day (31 February, month 13). */
export function calendarDay({
  year,
  month,
  day,
}: {
  year: number;
  month: number;
  day: number;
}): IsoDate | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** A `date` column's value for a day: midnight UTC. Throws where the calendar has no such day. */
export function toDbDate(day: IsoDate): Date {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || toIsoDate(date) !== day) {
    throw new Error(`${day} is not a day`);
  }
  return date;
}

/** The day in a `date` column's value. */
export function toIsoDate(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: IsoDate, days: number): IsoDate {
  const date = toDbDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return toIsoDate(date);
}

/** The day before. */
export function dayBefore(day: IsoDate): IsoDate {
  return addDays(day, -1);
}

/** The day after. */
export function dayAfter(day: IsoDate): IsoDate {
  return addDays(day, 1);
}

/** Of two days the earlier. */
export function earlierDay(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}

/** Of two days the later. */
export function laterDay(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
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
