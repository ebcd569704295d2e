import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import type { OpenPeriod } from "~/terms/period";
import { endFrom, type StretchEnd } from "./stretch-end";

/** What a requirement asks for. */
export type Required = {
  level: Level;
  minHolders: number;
  minCarriers: number;
  dueOn: IsoDate | null;
};

/** A requirement with the days that it holds for. */
export type RequirementStretch = Required & OpenPeriod;

/** What becomes of a stretch, and what begins after or instead of it. */
export type StretchChange = { old: StretchEnd; next: RequirementStretch | null };

/**
 * A stretch whose requirement asks for something else from a day on. It ends there, and a new one
 * takes over until its end. From its own first day it is a correction: the new one takes its place,
 * and it never was; from an earlier day the new one begins there. The same values from a later day
 * change nothing.
 *
 * The day lies before the stretch's end.
 */
export function changeFrom(
  from: IsoDate,
  stretch: RequirementStretch,
  required: Required,
): StretchChange {
  const { startsOn, endsBefore } = stretch;
  if (from >= startsOn && isSame(stretch, required)) {
    return { old: { withdrawn: false, endsBefore }, next: null };
  }
  return { old: endFrom(from, stretch), next: { ...required, startsOn: from, endsBefore } };
}

/** Why a requirement is taken away: it has held until now, or it was a mistake and never was. */
export const removals = ["ended", "mistake"] as const;

function isSame(one: Required, other: Required): boolean {
  return (
    one.level === other.level &&
    one.minHolders === other.minHolders &&
    one.minCarriers === other.minCarriers &&
    one.dueOn === other.dueOn
  );
}
