/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

const stockholm = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

/** The day it is in Sweden at an instant. */
export function todayInStockholm(now: Date = new Date()): IsoDate {
  return stockholm.format(now);
}

/** A `date` column's value for a day: midnight UTC, as Prisma keeps days. */
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

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toDbDate(to).getTime() - toDbDate(from).getTime()) / 86_400_000);
}
