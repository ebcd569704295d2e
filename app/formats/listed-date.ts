import { parseTypedDate, type TypedDate } from "./swedish-input";

/** Which stands first in `03/04/2026`. */
export const dayOrders = ["day-first", "month-first"] as const;
export type DayOrder = (typeof dayOrders)[number];

export type ListedDate = TypedDate | { ok: false; reason: "ambiguous" };

/**
 * A day as other systems write it in their lists: as people type it, with a time of day behind it
 * or a weekday before it, with an English month first, as a spreadsheet counts it (days from 1899),
 * or as a moment with its time zone, which has a day in Stockholm. `03/04/2026` is `ambiguous`
 * until somebody says which comes first.
 */
export function parseListedDate(text: string, order: DayOrder | null): ListedDate {
  const trimmed = text.trim().replace(/\s+/g, " ");
  const moment = zoned.exec(trimmed);
  if (moment) return inStockholm(moment);
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(trimmed);
  if (serial) return fromSerial(Number(serial[1]));
  const day = withoutTime(trimmed.replace(weekday, "")).replace(monthFirstName, "$2 $1 $3");
  const slashed = /^(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?(\d{4})$/.exec(day);
  if (!slashed) return parseTypedDate(day.replace(/(\d)-(\p{L}+)-(\d)/u, "$1 $2 $3"));
  const [first = 0, second = 0, year = 0] = slashed.slice(1).map(Number);
  if (first <= 12 && second <= 12 && first !== second && order === null) {
    return { ok: false, reason: "ambiguous" };
  }
  const isMonthFirst = second > 12 || (order === "month-first" && first <= 12);
  return parseTypedDate(isMonthFirst ? `${second}/${first} ${year}` : `${first}/${second} ${year}`);
}

const zoned =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)? ?(Z|[+-]\d{2}):?(\d{2})?$/i;
/** No month begins as a weekday does. */
const weekday = /^(?:må|ti|on|to|fr|lö|sö|mo|tu|we|th|sa|su)\p{L}*\.?,? /iu;
const monthFirstName = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u;
const time =
  /(?:[T ]|, ?| kl\.? ?)(?:kl\.? ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?: ?[ap]\.?m\.?)?$/i;

function withoutTime(text: string): string {
  return text.replace(time, "").replace(/^(\d{8})[T ]\d{4}(?:\d{2})?$/i, "$1");
}

function inStockholm([
  ,
  day = "",
  clock = "",
  seconds = ":00",
  zone = "Z",
  minutes = "00",
]: string[]) {
  const offset = zone.toUpperCase() === "Z" ? "Z" : `${zone}:${minutes}`;
  const moment = new Date(`${day}T${clock}${seconds}${offset}`);
  if (Number.isNaN(moment.getTime())) return parseTypedDate(day);
  return parseTypedDate(moment.toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" }));
}

/** From 1954 to 2119; lower numbers are something else. */
function fromSerial(days: number): ListedDate {
  if (days < 20_000 || days > 80_000) return { ok: false, reason: "unreadable" };
  const day = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
  return parseTypedDate(day);
}
