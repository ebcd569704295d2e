import { dayBefore, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import type { Stretch } from "./stretches";

/** How a day lies to when somebody works here: then, before the first time, between two, or after the last. */
export type Employed = "then" | "before" | "between" | "after";

/** Somebody's employment on a day, by where they worked when. */
export function employedOn(
  stretches: readonly Pick<Stretch, "startsOn" | "endsBefore">[],
  day: IsoDate,
): Employed {
  if (stretches.some((stretch) => covers(stretch, day))) return "then";
  if (stretches.every(({ startsOn }) => startsOn > day)) return "before";
  return stretches.some(({ startsOn }) => startsOn > day) ? "between" : "after";
}

/** The last day that somebody was employed before one on which they aren't; null: they hadn't begun. */
export function lastDayBefore(
  stretches: readonly Pick<Stretch, "endsBefore">[],
  day: IsoDate,
): IsoDate | null {
  const ends = stretches.flatMap(({ endsBefore }) =>
    endsBefore !== null && endsBefore <= day ? [endsBefore] : [],
  );
  const last = ends.sort().at(-1);
  return last === undefined ? null : dayBefore(last);
}
