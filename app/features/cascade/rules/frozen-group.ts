import { dayBefore, type IsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";

/** Who should have a method, as it was on the day that the group is frozen for. */
export type FrozenGroup = { frozenOn: IsoDate; members: readonly string[] };

/**
 * The group that reach is measured against on a day: from the day it is frozen for on the same
 * people, whatever becomes of them. Before that day there is none, and so no denominator.
 */
export function groupOn(day: IsoDate, { frozenOn, members }: FrozenGroup): readonly string[] {
  return frozenOn <= day ? members : [];
}

/** The day that is offered to freeze a project's groups for: its first; today, while that is ahead. */
export function offeredDay({ startsOn }: Pick<Period, "startsOn">, today: IsoDate): IsoDate {
  return startsOn < today ? startsOn : today;
}

/** Why a project's groups can't be frozen for a day: who works then is not known yet, or it is over. */
export function dayRefusal(
  day: IsoDate,
  { endsBefore }: Pick<Period, "endsBefore">,
  today: IsoDate,
): "ahead" | "over" | null {
  if (day > today) return "ahead";
  return day > dayBefore(endsBefore) ? "over" : null;
}
