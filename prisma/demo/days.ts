import { addDays, toDbDate, type IsoDate } from "~/terms/day";

/** A day of the story: a date of history, or one counted from the day the demo is loaded. */
export type When = IsoDate | { daysAgo: number } | { monthsAhead: number; date: number };

/** So many days before today; on the Friday before where that is a weekend. */
export function ago(days: number): When {
  return { daysAgo: days };
}

/** So many days from today; on the Friday before where that is a weekend. */
export function inDays(days: number): When {
  return { daysAgo: -days };
}

/** A date of the month so many months from this one: `monthStart(-10)`, `monthStart(1, 15)`. */
export function monthStart(monthsAhead: number, date = 1): When {
  return { monthsAhead, date };
}

/** What turns the story's days into dates, given today. */
export type Calendar = (when: When) => IsoDate;

export function calendarOf(today: IsoDate): Calendar {
  return (when) => {
    if (typeof when === "string") return when;
    if ("daysAgo" in when) return workdayBy(addDays(today, -when.daysAgo));
    const month = toDbDate(`${today.slice(0, 7)}-01`);
    month.setUTCMonth(month.getUTCMonth() + when.monthsAhead, when.date);
    return month.toISOString().slice(0, 10);
  };
}

/** The first workday that lies at least so many days after another. */
export function workdayAfter(day: IsoDate, days: number): IsoDate {
  const later = addDays(day, days);
  const weekday = toDbDate(later).getUTCDay();
  if (weekday === 6) return addDays(later, 2);
  return weekday === 0 ? addDays(later, 1) : later;
}

/** When in the day something was written down. Early on the day it is true, whatever the hour. */
export function instantOn(day: IsoDate, time = "09:00"): Date {
  return new Date(`${day}T${time}:00Z`);
}

function workdayBy(day: IsoDate): IsoDate {
  const weekday = toDbDate(day).getUTCDay();
  if (weekday === 6) return addDays(day, -1);
  return weekday === 0 ? addDays(day, -2) : day;
}
