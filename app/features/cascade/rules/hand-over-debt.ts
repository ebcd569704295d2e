import type { IsoDate } from "~/terms/day";
import type { Lineage } from "./lineage";

/** A seat's plan: after a training of `heldOn`, to hand on to so many colleagues by a day. */
export type HandOnPlan = { personId: string; heldOn: IsoDate; colleagues: number; dueOn: IsoDate };

/** What a plan has come to. `left` is never under 0: more than planned owes nobody anything. */
export type PlanState = { reached: number; left: number; isLate: boolean };

/** A hand-over's day, by its id. */
export type HandOverDays = ReadonlyMap<string, IsoDate>;

/**
 * The hand-over debt of a plan on a day: colleagues planned − different learners who confirmed a
 * counted hand-over in which the person was a valid trainer, from the day of the training on.
 * Late when something is left and the day has passed.
 */
export function planStateOn(
  today: IsoDate,
  plan: HandOnPlan,
  { lineage, days }: { lineage: Lineage; days: HandOverDays },
): PlanState {
  const reached = new Set<string>();
  for (const [id, handOver] of lineage.handOvers) {
    if (!handOver.counted || !handOver.validTrainers.includes(plan.personId)) continue;
    if ((days.get(id) ?? "") < plan.heldOn) continue;
    for (const learner of handOver.learners) reached.add(learner);
  }
  const left = Math.max(0, plan.colleagues - reached.size);
  return { reached: reached.size, left, isLate: left > 0 && plan.dueOn < today };
}
