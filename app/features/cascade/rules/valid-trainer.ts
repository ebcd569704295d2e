import type { IsoDate } from "~/terms/day";

/** What decides whether a person may pass one method on; null where there is no such day. */
export type TeachingRecord = {
  /** The day of the person's kept acquisition. */
  acquiredOn: IsoDate | null;
  /** The first day the person is cleared to teach. */
  mayTeachFrom: IsoDate | null;
};

/**
 * Why somebody is not a valid trainer; of several reasons the first that applies. Not acquired
 * **before** is who learned the method on the day itself, or later.
 */
export type TrainerRefusal = "not-acquired" | "not-acquired-before" | "not-cleared";

/**
 * Why the person is not a valid trainer of a hand-over on `day`, or null if they are one.
 * They must have acquired the method on an **earlier** day, and be cleared to teach by that day.
 */
export function trainerRefusalOn(day: IsoDate, record: TeachingRecord): TrainerRefusal | null {
  if (record.acquiredOn === null) return "not-acquired";
  if (record.acquiredOn >= day) return "not-acquired-before";
  if (record.mayTeachFrom === null || record.mayTeachFrom > day) return "not-cleared";
  return null;
}

/**
 * Whether somebody who works here may pass the method on from a day: has acquired it by that day
 * and is cleared to teach. Whoever learned it on the day itself may from the next on.
 */
export function mayPassOn(day: IsoDate, { acquiredOn, mayTeachFrom }: TeachingRecord): boolean {
  return acquiredOn !== null && acquiredOn <= day && mayTeachFrom !== null && mayTeachFrom <= day;
}
