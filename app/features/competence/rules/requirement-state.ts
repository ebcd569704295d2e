import type { IsoDate } from "~/terms/day";
import type { Coverage } from "./coverage";

/** The least that a requirement asks for, by number of people. */
export type Minimum = { minHolders: number; minCarriers: number };

/** Key-person risk: fewer holders or carriers than the least that is required. */
export function isAtRisk(
  { holders, carriers }: Pick<Coverage, "holders" | "carriers">,
  { minHolders, minCarriers }: Minimum,
): boolean {
  return holders < minHolders || carriers < minCarriers;
}

/** The day lies behind, and somebody is still below the level. */
export function isLateOn(
  day: IsoDate,
  { dueOn, people, holders }: { dueOn: IsoDate | null } & Pick<Coverage, "people" | "holders">,
): boolean {
  return dueOn !== null && dueOn < day && holders < people;
}

/** How far a requirement has come. Of an empty group nothing can be said. */
export type RequirementProgress = "nobody" | "covered" | "underway";

export function progressOf({
  people,
  holders,
}: Pick<Coverage, "people" | "holders">): RequirementProgress {
  if (people === 0) return "nobody";
  return holders >= people ? "covered" : "underway";
}
