import type { IsoDate } from "~/terms/day";
import { lastDayOf, type Period } from "~/terms/period";

/**
 * The day that a project's outcomes are shown for: today, or its last day once it is over. People
 * leave and methods are handed on after a project too; what it reached is what its final report
 * says.
 */
export function outcomeDay(project: Period, today: IsoDate): IsoDate {
  const lastDay = lastDayOf(project);
  return today < lastDay ? today : lastDay;
}
