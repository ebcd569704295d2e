import { calendarDay, isWithinBounds, type IsoDate } from "~/terms/day";

export type TypedDate =
  | { ok: true; date: IsoDate }
  | { ok: false; reason: "empty" | "unreadable" | "does-not-exist" | "out-of-bounds" };

/**
 * A day as people in Sweden type or paste it: `2026-11-21`, `20261121`, `21/11 2026`,
 * `21.11.2026`, `21 november 2026`, `den 21 nov. 2026`; English month names too. Day stands before
 * month, and the year always has four digits: `21/11` and `261121` are unreadable, since a guessed
 * year is a wrong one sooner or later. `does-not-exist`: understood, but there is no such day;
 * `out-of-bounds`: it lies outside the days that anything here may carry.
 */
export function parseTypedDate(text: string): TypedDate {
  const trimmed = text.trim().replace(/\s+/g, " ").toLowerCase();
  if (trimmed === "") return { ok: false, reason: "empty" };
  // The date fields of browsers hold years up to 275760.
  if (/^\d{5,6}-\d{2}-\d{2}$/.test(trimmed)) return { ok: false, reason: "out-of-bounds" };
  const parts = yearFirst(trimmed) ?? dayFirst(trimmed) ?? withMonthName(trimmed);
  if (parts === null) return { ok: false, reason: "unreadable" };
  const date = calendarDay(parts);
  if (date === null) return { ok: false, reason: "does-not-exist" };
  return isWithinBounds(date) ? { ok: true, date } : { ok: false, reason: "out-of-bounds" };
}

type DateParts = { year: number; month: number; day: number };

function yearFirst(text: string): DateParts | null {
  const match =
    /^(\d{4})([-/.–])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  return match === null
    ? null
    : { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
}

function dayFirst(text: string): DateParts | null {
  const match =
    /^(\d{1,2}) ?\/ ?(\d{1,2})(?:[ /-]|, ?| -)(\d{4})$/.exec(text) ??
    /^(\d{1,2})[.-] ?(\d{1,2})[.-] ?(\d{4})$/.exec(text);
  return match === null
    ? null
    : { year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) };
}

function withMonthName(text: string): DateParts | null {
  const match = /^(?:den )?(\d{1,2})(?:\.|:e)? ?(\p{L}{3,9})\.? ?,? ?(\d{4})$/u.exec(text);
  if (match === null) return null;
  const month = monthNumber(match[2]!);
  return month === null ? null : { year: Number(match[3]), month, day: Number(match[1]) };
}

const monthNames: readonly (readonly string[])[] = [
  ["januari", "january"],
  ["februari", "february"],
  ["mars", "march"],
  ["april"],
  ["maj", "may"],
  ["juni", "june"],
  ["juli", "july"],
  ["augusti", "august"],
  ["september"],
  ["oktober", "october"],
  ["november"],
  ["december"],
];

/** By name or by its beginning, three letters at least: no two months share those. */
function monthNumber(name: string): number | null {
  const index = monthNames.findIndex((names) => names.some((full) => full.startsWith(name)));
  return index === -1 ? null : index + 1;
}
