/** A day without a time, `YYYY-MM-DD`. */
export type IsoDate = string;

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
