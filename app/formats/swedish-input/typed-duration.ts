export type TypedDuration =
  { ok: true; minutes: number } | { ok: false; reason: "empty" | "unreadable" | "too-large" };

/**
 * A length of time as people in Sweden type it, in whole minutes: `1,5`, `1.5`, `1:30`, `2 h`,
 * `2 tim`, `1 h 30 min`, `45 min`, and as programs write it: `07:30:00`, `PT1H30M`, `1.5 hours`,
 * `2h 58m 18s`, `3 hours, 20 minutes`. A number without a unit is hours. A part of a minute is rounded to the nearest (`0,33` is 20
 * minutes), half up. Negative time is unreadable.
 */
export function parseTypedDuration(text: string): TypedDuration {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "") return { ok: false, reason: "empty" };
  const minutes =
    readClock(trimmed) ?? readPeriod(trimmed) ?? readUnits(trimmed) ?? readParts(trimmed);
  if (minutes === null) return { ok: false, reason: "unreadable" };
  return minutes > mostMinutes ? { ok: false, reason: "too-large" } : { ok: true, minutes };
}

/** A hundred thousand hours: more than fifty people work in a year. */
const mostMinutes = 6_000_000;

function readClock(text: string): number | null {
  const match = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?\s*(?:h|t|tim|tim\.|timmar)?$/.exec(text);
  return match === null ? null : wholeMinutes(match);
}

/** ISO 8601, as learning systems exchange it. */
function readPeriod(text: string): number | null {
  const match = /^pt(?=\d)(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,9})(?:\.\d+)?s)?$/.exec(text);
  return match === null ? null : wholeMinutes(match);
}

function wholeMinutes([, hours = "0", minutes = "0", seconds = "0"]: string[]): number {
  return Number(hours) * 60 + Number(minutes) + Math.floor((Number(seconds) + 30) / 60);
}

const hours = /(?:(\d{1,7})(?:[.,](\d{1,6}))?\s*(?:h|t|tim\.?|timme|timmar|hrs?\.?|hours?)?)/
  .source;
const minutesPart = /(?:(\d{1,8})\s*(?:m|mins?\.?|minut|minuter|minutes?))/.source;
const hoursOnly = new RegExp(`^${hours}$`);
const minutesOnly = new RegExp(`^${minutesPart}$`);
const both =
  /^(\d{1,6})\s*(?:h|t|tim\.?|timme|timmar|hrs?\.?|hours?)\s*(?:och\s*|and\s*)?(\d{1,2})\s*(?:m|mins?\.?|minut|minuter|minutes?)?$/;

function readUnits(text: string): number | null {
  const asHours = hoursOnly.exec(text);
  if (asHours !== null) return Number(asHours[1]) * 60 + minutesOfFraction(asHours[2] ?? "");
  const asMinutes = minutesOnly.exec(text);
  if (asMinutes !== null) return Number(asMinutes[1]);
  const asBoth = both.exec(text);
  if (asBoth === null || Number(asBoth[2]) > 59) return null;
  return Number(asBoth[1]) * 60 + Number(asBoth[2]);
}

const between = /[\s,]{0,3}(?:och|and)?\s{0,3}/.source;
const parts = new RegExp(
  `^(?=\\d)(?:(\\d{1,6})\\s?(?:h|t|tim\\.?|timme|timmar|hrs?\\.?|hours?))?${between}(?:(\\d{1,8})\\s?(?:m|mins?\\.?|minut|minuter|minutes?))?${between}(?:(\\d{1,9})\\s?(?:s|sec\\.?|secs|sek\\.?|seconds?|sekund|sekunder))?$`,
);

/** What stands behind a larger unit is less than one of it. */
function readParts(text: string): number | null {
  const match = parts.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds] = match;
  const isWhole = hours !== undefined && Number(minutes ?? 0) > 59;
  const isMore = (hours ?? minutes) !== undefined && Number(seconds ?? 0) > 59;
  return isWhole || isMore ? null : wholeMinutes(match);
}

/** In whole numbers: 0,575 h are 34.5 minutes exactly and round up. */
function minutesOfFraction(digits: string): number {
  const parts = 10 ** digits.length;
  return Math.floor((Number(digits) * 60 * 2 + parts) / (parts * 2));
}
