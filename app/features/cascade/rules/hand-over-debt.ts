import type { IsoDate } from "~/terms/day";

/** A seat's plan: to hand on to so many colleagues by a day. */
export type HandOnPlan = { colleagues: number; dueOn: IsoDate };

/** What a plan has come to. `left` is never under 0: more than planned owes nobody anything. */
export type PlanState = { reached: number; left: number; isLate: boolean };

/**
 * The hand-over debt of a plan on a day: colleagues planned − those reached: different learners who
 * confirmed a counted hand-over in which the person was a valid trainer, from the day of the
 * training on. Late when something is left and the day has passed.
 */
export function planStateOn(today: IsoDate, plan: HandOnPlan, reached: number): PlanState {
  const left = Math.max(0, plan.colleagues - reached);
  return { reached, left, isLate: left > 0 && plan.dueOn < today };
}
