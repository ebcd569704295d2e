import { isHeadingOf, plainHeading } from "./heading-notes";
import { eitherTimeHeadings } from "./training-headings";

const clock = String.raw`(\d{1,2})[:.]([0-5]\d)(?:[:.][0-5]\d)?(?: ?([ap])\.?m\.?)?`;
const alone = new RegExp(String.raw`^(?:kl\.? ?)?(?:${clock}|(\d{1,2}))$`, "i");
const behindDay = new RegExp(String.raw`^(.*\d)(?:T|,? (?:kl\.? ?)?)${clock}$`, "i");
const between = new RegExp(
  String.raw`^(?:kl\.? ?)?(\d{1,2}(?:[:.]\d\d)?) ?(?:-|–|—|till|to) ?(?:kl\.? ?)?(\d{1,2}(?:[:.]\d\d)?)$`,
  "i",
);

/** A time of day in minutes, alone or behind a day, and that day as it is written; null where it is none. */
export function timeOfDay(cell: string): { minutes: number; day: string } | null {
  const bare = cell.replace(zone, "");
  const [, hours, minutes, half, whole] = alone.exec(bare) ?? [];
  if (hours ?? whole) return momentOf("", [hours ?? whole, minutes, half]);
  const [, day = "", ...time] = behindDay.exec(bare) ?? [];
  return day === "" ? null : momentOf(day, time);
}

const zone = /(?:(?<=:\d\d)[.,]\d+)?(?: ?(?:z|utc|gmt|cest|cet)|(?<=:\d\d) ?[+-]\d{2}:?\d{2})?$/i;

function momentOf(day: string, [hours = "0", minutes = "0", half]: (string | undefined)[]) {
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  return hour > 24 ? null : { day, minutes: hour * 60 + Number(minutes) };
}

/** The length of `13:00–16:00` in minutes; null where it isn't two times of a day. */
export function minutesBetween(cell: string): number | null {
  const [, from = "", to = ""] = between.exec(cell) ?? [];
  // "1-2" may be hours or days.
  return /[:.]/.test(from + to) ? minutesFromTo(from, to) : null;
}

/** How long it was from one time of a day to a later one, in minutes; null where that can't be told. */
export function minutesFromTo(from: string, to: string): number | null {
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  if (!start || !end || (start.day !== "" && end.day !== "" && start.day !== end.day)) return null;
  return end.minutes > start.minutes ? end.minutes - start.minutes : null;
}

export type HeadedCells = { heading: string; cells: readonly string[] };

/**
 * Whether a column called as a time is ("Tid") may say when and not how long: at noon or later, or
 * never so early that no course begins then, unless the heading's note ("tt:mm") or seconds say that
 * they are lengths.
 */
export function mayBeWhen({ heading, cells }: HeadedCells): boolean {
  const isTime = (name: string) => eitherTimeHeadings.includes(name);
  if (!isHeadingOf(heading, "hours", isTime)) return false;
  const isNoted = !isTime(plainHeading(heading));
  const clocks = cells.flatMap((cell) => (isClock.test(cell) ? (timeOfDay(cell) ?? []) : []));
  if (clocks.length * 2 <= cells.length) return false;
  if (clocks.some(({ minutes }) => minutes >= 12 * 60)) return true;
  const isLength = isNoted || cells.some((cell) => /^\d{1,2}:\d\d:\d\d$/.test(cell));
  return !isLength && clocks.every(({ minutes }) => minutes >= 6 * 60);
}

const isClock = /^(?:kl\.? ?)?\d{1,2}:\d\d/i;
