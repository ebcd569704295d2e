import { daysBetween, type IsoDate } from "~/terms/day";
import { compare, fractionOf, minus, partOf, plus, type Fraction } from "~/terms/fraction";
import { decidedBy, type DecidedTarget, type Target } from "./targets";

/** Where an indicator starts and should go, by every decision on it. */
export type IndicatorPlan = {
  baseline: number;
  baselineOn: IsoDate;
  /** Those that stand, in any order. */
  targets: readonly DecidedTarget[];
};

/**
 * The plan on a day, as it was decided by that day: a straight line from the baseline through the
 * dated targets; before the baseline's day the baseline, after the last target that target.
 */
export function planOn(plan: IndicatorPlan, day: IsoDate): Fraction {
  let from: Target = { dueOn: plan.baselineOn, value: plan.baseline };
  for (const to of stepsOn(plan, day)) {
    if (day < to.dueOn) return between({ from, to, day });
    from = to;
  }
  return fractionOf(from.value);
}

/**
 * Whether the plan asks for anything on a day: it has left the baseline, or a target's day has come,
 * also of one that is the baseline: a level to be held.
 */
export function isDueOn(plan: IndicatorPlan, day: IsoDate): boolean {
  const hasLeft = compare(planOn(plan, day), fractionOf(plan.baseline)) !== 0;
  return hasLeft || stepsOn(plan, day).some(({ dueOn }) => dueOn <= day);
}

/** The first day on which a target's day had come, of those in force on `asOf`; null for none. */
export function firstDueBy(plan: IndicatorPlan, asOf: IsoDate): IsoDate | null {
  const days = stepsOn(plan, asOf)
    .filter(({ dueOn }) => dueOn <= asOf)
    .map(({ dueOn, decidedOn }) => (dueOn > decidedOn ? dueOn : decidedOn));
  return days.toSorted().at(0) ?? null;
}

function stepsOn({ targets, baselineOn }: IndicatorPlan, day: IsoDate): DecidedTarget[] {
  return decidedBy(targets, day).filter(({ dueOn }) => dueOn > baselineOn);
}

function between({ from, to, day }: { from: Target; to: Target; day: IsoDate }): Fraction {
  const start = fractionOf(from.value);
  if (day <= from.dueOn) return start;
  const [taken, of] = [daysBetween(from.dueOn, day), daysBetween(from.dueOn, to.dueOn)];
  return plus(start, partOf(minus(fractionOf(to.value), start), { taken, of }));
}
