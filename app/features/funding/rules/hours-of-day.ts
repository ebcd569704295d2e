import type { IsoDate } from "~/terms/day";

/** Own hours of one person, in whatever project. */
export type WorkedHours = {
  workedOn: IsoDate;
  minutes: number;
  /** Others entered them, and the person hasn't said yes. */
  isUnanswered: boolean;
  isWithdrawn: boolean;
};

/**
 * The minutes of somebody's day that are their own word: what others say of them leaves no room
 * out before they have answered. What waits for somebody else's answer is in it.
 */
export function minutesOfDay(hours: readonly WorkedHours[], day: IsoDate): number {
  return hours
    .filter(({ workedOn, isUnanswered, isWithdrawn }) => {
      return workedOn === day && !isUnanswered && !isWithdrawn;
    })
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

/** No day has more than 24 hours, and one of more than ten is asked about. */
export function lengthOfDay(minutes: number): "usual" | "long" | "impossible" {
  if (minutes > 24 * 60) return "impossible";
  return minutes > 10 * 60 ? "long" : "usual";
}
