import { daysBetween, type IsoDate } from "~/terms/day";

/** Where a report stands: shared with the funder, or a draft with its due day ahead or passed. */
export type ReportState =
  { state: "shared" } | { state: "due"; days: number } | { state: "late"; days: number };

/** A draft is due until the end of its due day. */
export function reportState(
  { dueOn, isShared }: { dueOn: IsoDate; isShared: boolean },
  today: IsoDate,
): ReportState {
  if (isShared) return { state: "shared" };
  const days = daysBetween(today, dueOn);
  return days < 0 ? { state: "late", days: -days } : { state: "due", days };
}
