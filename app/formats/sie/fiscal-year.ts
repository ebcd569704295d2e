import { calendarDay, type IsoDate } from "~/terms/day";
import type { SieFile, SieFiscalYear } from "./sie-file";

/** Both days belong to the year. `source` tells how sure it is. */
export type FiscalYear = {
  firstDay: IsoDate;
  lastDay: IsoDate;
  source: "declared" | "continued" | "calendar";
};

/**
 * The fiscal year that a voucher's date falls in; with the organisation number, series and number
 * it identifies the voucher across files.
 *
 * - `declared`: a #RAR covers the date.
 * - `continued`: outside of every #RAR, years of twelve months are laid after the nearest year
 *   before the date, or else before the nearest one after it, so that a broken year stays broken.
 * - `calendar`: the file names no year (files of type 4I need not): the date's calendar year.
 */
export function fiscalYearOf(file: Pick<SieFile, "fiscalYears">, date: IsoDate): FiscalYear {
  const years = [...file.fiscalYears].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const declared = years.find((year) => year.firstDay <= date && date <= year.lastDay);
  if (declared !== undefined) return { ...daysOf(declared), source: "declared" };
  const before = years.findLast((year) => year.lastDay < date);
  if (before !== undefined)
    return twelveMonthsAround({ anyFirstDay: shiftedDay(before.lastDay, 1), date });
  const after = years.find((year) => date < year.firstDay);
  if (after !== undefined) return twelveMonthsAround({ anyFirstDay: after.firstDay, date });
  const year = date.slice(0, 4);
  return { firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, source: "calendar" };
}

function daysOf({ firstDay, lastDay }: SieFiscalYear): { firstDay: IsoDate; lastDay: IsoDate } {
  return { firstDay, lastDay };
}

/** The twelve months beginning on `anyFirstDay`'s day and month that hold the date. */
function twelveMonthsAround({
  anyFirstDay,
  date,
}: {
  anyFirstDay: IsoDate;
  date: IsoDate;
}): FiscalYear {
  const monthAndDay = anyFirstDay.slice(5) === "02-29" ? "03-01" : anyFirstDay.slice(5);
  const dateYear = Number(date.slice(0, 4));
  const startYear = date.slice(5) >= monthAndDay ? dateYear : dateYear - 1;
  return {
    firstDay: `${yearText(startYear)}-${monthAndDay}`,
    lastDay: shiftedDay(`${yearText(startYear + 1)}-${monthAndDay}`, -1),
    source: "continued",
  };
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}

function shiftedDay(day: IsoDate, days: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return (
    calendarDay({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    }) ?? day
  );
}
