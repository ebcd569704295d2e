import { calendarDay, isWithinBounds, type IsoDate } from "~/terms/day";
import { oreFromKronor, parseExactDecimal } from "../exact-decimal";

export type SieAmount =
  { kind: "amount"; amountOre: number; rounded: boolean } | { kind: "unreadable" | "too-large" };

/**
 * An amount in kronor as öre. The specification (5.9) wants a point, two decimals at most, a minus
 * in front and no plus. Also read: a comma as decimal sign, grouping by spaces, points or commas
 * in threes, a plus, a minus behind or as U+2212, exponents (`-1.4E-14` is what is left of a sum
 * in binary fractions). Whether `1,234` has three decimals or is grouped cannot be known:
 * unreadable, as is an empty field. More than two decimals are rounded half away from zero.
 */
export function parseSieAmount(text: string): SieAmount {
  const plain = plainNumber(text);
  const decimal = plain === null ? null : parseExactDecimal(plain);
  if (decimal === null) return { kind: "unreadable" };
  const amount = oreFromKronor(decimal);
  return amount === null ? { kind: "too-large" } : { kind: "amount", ...amount };
}

/** A number of hours, pieces or kilos; null where it is blank or none. */
export function parseSieQuantity(text: string): number | null {
  const plain = plainNumber(text);
  return plain === null || parseExactDecimal(plain) === null ? null : Number(plain);
}

export type SieDate =
  | { kind: "day"; date: IsoDate }
  | { kind: "blank" | "does-not-exist" | "out-of-bounds" | "unreadable" };

/** `YYYYMMDD`, also with `-`, `/` or `.` between the parts or a clock after them; zeros are blank. */
export function parseSieDate(text: string): SieDate {
  if (text.length > 10) return parseUnknownDate(text.trim());
  const known = rememberedDates.get(text);
  if (known !== undefined) return known;
  if (rememberedDates.size >= mostRemembered) rememberedDates.clear();
  const parsed = parseUnknownDate(text.trim());
  rememberedDates.set(text, parsed);
  return parsed;
}

/** A ledger of a hundred thousand rows has a few hundred days. Long keys would hold on to the file's text. */
const rememberedDates = new Map<string, SieDate>();
const mostRemembered = 4000;

function parseUnknownDate(trimmed: string): SieDate {
  if (/^0*$/.test(trimmed)) return { kind: "blank" };
  const match = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(trimmed);
  if (match === null) return { kind: "unreadable" };
  const date = calendarDay({
    year: Number(match[1]),
    month: Number(match[3]),
    day: Number(match[4]),
  });
  if (date === null) return { kind: "does-not-exist" };
  return isWithinBounds(date) ? { kind: "day", date } : { kind: "out-of-bounds" };
}

const longestNumber = 100;

function plainNumber(text: string): string | null {
  // Nearly every amount of a real file; the rest is for the few that stray.
  if (/^-?\d+(?:\.\d{1,2})?$/.test(text)) return text;
  if (text.length > longestNumber) return null;
  const signed = /^([+\-−]?)\s*(.*?)\s*([-−]?)$/.exec(text.trim());
  const [, before, body, after] = signed ?? [];
  if (body === undefined || body === "" || (before !== "" && after !== "")) return null;
  const unsigned = ungrouped(body);
  if (unsigned === null) return null;
  return before === "-" || before === "−" || after !== "" ? `-${unsigned}` : unsigned;
}

function ungrouped(body: string): string | null {
  if (/^\d*\.?\d*(?:[eE][+-]?\d+)?$/.test(body)) return body;
  if (/^\d*,\d+(?:[eE][+-]?\d+)?$/.test(body)) {
    return /^\d{1,3},\d{3}$/.test(body) ? null : body.replace(",", ".");
  }
  // \s holds the hard and the narrow space too.
  const grouped = /^\d{1,3}(?:(\s)\d{3}(?:\1\d{3})*)?(?:[.,](\d+))?$/.exec(body);
  if (grouped !== null) return joined(body.replace(/\s/g, ""), grouped[2]);
  const pointed = /^\d{1,3}(?:\.\d{3})+(?:,(\d+))?$/.exec(body);
  if (pointed !== null) return joined(body.replaceAll(".", ""), pointed[1]);
  const commaed = /^\d{1,3}(?:,\d{3})+(?:\.(\d+))?$/.exec(body);
  return commaed === null ? null : joined(body.replaceAll(",", ""), commaed[1]);
}

function joined(digits: string, fraction: string | undefined): string {
  return fraction === undefined ? digits : digits.replace(/[.,]\d+$/, "").concat(".", fraction);
}
