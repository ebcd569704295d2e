import { toDbDate, type IsoDate } from "~/terms/day";
import { parseTypedDate, type TypedDate } from "./swedish-input";

/** Which stands first in `03/04/2026`, or in `26-03-16`. */
export const dayOrders = ["day-first", "month-first", "year-first"] as const;
export type DayOrder = (typeof dayOrders)[number];

export type ListedDate = TypedDate | { ok: false; reason: "ambiguous" };

/**
 * A day as other systems write it in their lists: as people type it, with a time of day behind it
 * or a weekday before it, with an English month first, as a spreadsheet counts it (days from 1899),
 * or as a moment with its time zone, which has a day in Stockholm. `03/04/2026` and `03-04-2026` are
 * `ambiguous` until somebody says which comes first. A year of two digits is one of this century
 * from 2013, for a lower number may be a day or a month; six digits alone begin with it.
 */
export function parseListedDate(text: string, order: DayOrder | null): ListedDate {
  const trimmed = text.trim().replace(/\s+/g, " ").replace(weekday, "");
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(trimmed);
  if (serial) return fromSerial(Number(serial[1]));
  const { local, offset } = withoutZone(trimmed);
  const day = readDay(withoutTime(local).replace(monthFirstName, "$2 $1 $3"), order);
  return day.ok && offset !== null ? inStockholm(day.date, local, offset) : day;
}

function readDay(written: string, order: DayOrder | null): ListedDate {
  const day = withLongYear(written, order);
  if (day === null) return { ok: false, reason: "ambiguous" };
  const numbers = /^(\d{1,2}) ?([/-]) ?(\d{1,2}) ?\2 ?(\d{4})$/.exec(day);
  if (!numbers) return parseTypedDate(day.replace(hyphened, "$1 $2 $3"));
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
  if (first <= 12 && second <= 12 && first !== second && !isOfDays(order)) {
    return { ok: false, reason: "ambiguous" };
  }
  const isMonthFirst = second > 12 || (order === "month-first" && first <= 12);
  return parseTypedDate(isMonthFirst ? `${second}/${first} ${year}` : `${first}/${second} ${year}`);
}

function isOfDays(order: DayOrder | null): boolean {
  return order === "day-first" || order === "month-first";
}

/** A day with its year in four digits, if it has two; null where the year may be the first or the last. */
function withLongYear(day: string, order: DayOrder | null): string | null {
  const named = day.replace(shortYear, "$1 $2 20$3").replace(shortYearLast, "$1-20$2");
  const compact = /^(\d{2})(\d{2})(\d{2})$/.exec(named);
  if (compact && isYear(compact[1])) return `20${compact.slice(1).join("-")}`;
  const numbers = /^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/.exec(named);
  if (!numbers) return named;
  const [, first = "", mark = "", second = "", third = ""] = numbers;
  const yearFirst = `20${first}-${second}-${third}`;
  const yearLast = `${first}${mark}${second}${mark}20${third}`;
  const canBeFirst = isYear(first) && parseTypedDate(yearFirst).ok;
  const canBeLast = isYear(third) && parseListedDate(yearLast, "day-first").ok;
  if (canBeFirst && canBeLast && order === null) return null;
  if (canBeFirst && (!canBeLast || order === "year-first")) return yearFirst;
  return isYear(third) ? yearLast : named;
}

function isYear(digits = ""): boolean {
  return digits.length === 2 && Number(digits) > 12;
}

/** No month begins as a weekday does. */
const weekday = /^(?:må|ti|on|to|fr|lö|sö|mo|tu|we|th|sa|su)\p{L}*\.?,? /iu;
const monthFirstName = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u;
const hyphened = /(\d)-(\p{L}+)-(\d)/u;
/** `02-MAR-26`, as databases write it, and `2 mar -26`: no century but this has lists. */
const shortYear = /^(\d{1,2})[-. ]{0,2}(\p{L}{3,9})\.?[ '’-]{0,2}(\d{2})$/u;
/** `2/3-26` */
const shortYearLast = /^(\d{1,2} ?\/ ?\d{1,2})(?: -|-| )(\d{2})$/u;
const time =
  /(?:[T ]|, ?| kl\.? ?)(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:[.,]\d+)?(?: ?([ap])\.?m\.?)?$/i;
const zone =
  / ?(?:(z|utc|gmt)|(cet|cest|europe\/stockholm)|(?:utc|gmt)?([+-]\d{2}):?(\d{2})?)(?: ?\([^)]*\))?$/i;

function withoutTime(text: string): string {
  return text.replace(time, "").replace(/^(\d{8})[T ]\d{4}(?:\d{2})?$/i, "$1");
}

/** A moment's own day and time, and how many minutes they are before UTC; null for Stockholm's. */
function withoutZone(text: string): { local: string; offset: number | null } {
  const found = zone.exec(text);
  const local = text.slice(0, found?.index);
  if (!found || !time.test(local)) return { local: text, offset: null };
  const [, utc, stockholm, hours = "0", minutes = "0"] = found;
  if (stockholm) return { local, offset: null };
  const ahead = Number(hours) * 60 + Number(minutes) * (hours.startsWith("-") ? -1 : 1);
  return { local, offset: utc ? 0 : ahead };
}

function inStockholm(day: IsoDate, local: string, offset: number): ListedDate {
  const [, hours = "0", minutes = "0", half] = time.exec(local) ?? [];
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hours);
  const moment = toDbDate(day);
  moment.setUTCMinutes(hour * 60 + Number(minutes) - offset);
  return parseTypedDate(moment.toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" }));
}

/** From 1954 to 2119; lower numbers are something else. */
function fromSerial(days: number): ListedDate {
  if (days < 20_000 || days > 80_000) return { ok: false, reason: "unreadable" };
  const day = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
  return parseTypedDate(day);
}
