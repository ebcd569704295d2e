import type { IsoDate } from "~/terms/day";

/** What tells one person's part in a course from another. */
export type TakenCourse = {
  heldOn: IsoDate;
  title: string;
  /** The course of the catalogue; null for another. */
  courseId: string | null;
};

/** Whether two records of a person may be of one course: it is the same by its id or its title. */
export function mayBeSame(one: TakenCourse, other: TakenCourse): boolean {
  if (one.heldOn !== other.heldOn) return false;
  if (one.courseId !== null && one.courseId === other.courseId) return true;
  return one.title.toLowerCase() === other.title.toLowerCase();
}
