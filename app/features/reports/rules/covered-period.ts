import { dayAfter, dayBefore, type IsoDate } from "~/terms/day";
import { lastDayOf, type Period } from "~/terms/period";

/** What a report's figures cover. */
export type Coverage = {
  /** Figures are until the end of this day: the period's last, or today while it goes on. */
  asOf: IsoDate;
  /** The period until `asOf`. */
  counted: Period;
  /** What lies before the period is until the end of this day. */
  before: IsoDate;
  hasEnded: boolean;
};

export function coverageOf(period: Period, today: IsoDate): Coverage {
  const lastDay = lastDayOf(period);
  const asOf = today < lastDay ? today : lastDay;
  const before = dayBefore(period.startsOn);
  return {
    asOf,
    counted: { startsOn: period.startsOn, endsBefore: dayAfter(asOf) },
    before: asOf < before ? asOf : before,
    hasEnded: lastDay < today,
  };
}

/**
 * The period of a project that has no report yet: from its first day until today, or until its
 * own last day where that comes first. A project that has not begun is taken whole.
 */
export function periodSoFar(project: Period, today: IsoDate): Period {
  if (today < project.startsOn || lastDayOf(project) <= today) {
    return { startsOn: project.startsOn, endsBefore: project.endsBefore };
  }
  return { startsOn: project.startsOn, endsBefore: dayAfter(today) };
}
