import { daysBetween, type IsoDate } from "~/terms/day";

/** How several values become one: added up, the latest of them, or their average. */
export type Cumulation = "sum" | "latest" | "average";

export type Target = { dueOn: IsoDate; value: number };
export type MeasuredValue = { measuredOn: IsoDate; value: number };

/** Where an indicator starts and should go. */
export type IndicatorPlan = {
  baseline: number;
  baselineOn: IsoDate;
  /** In any order. */
  targets: readonly Target[];
};

/**
 * `not-due` while the plan still is the baseline; `not-measured` while there is no value, however
 * much is due.
 */
export type ProgressBand = "behind" | "on-track" | "ahead" | "not-due" | "not-measured";

/** Shares of the plan that are on track: from `low` up to and including `high`. */
export type TrackBand = { low: number; high: number };

export const usualBand: TrackBand = { low: 0.85, high: 1.15 };

export type Progress = {
  /** What the plan says on the day. */
  plan: number;
  /** (actual − baseline) ÷ (plan − baseline); null where it is not due or not measured. */
  ratio: number | null;
  band: ProgressBand;
};

/**
 * The plan on a day: a straight line from the baseline through the dated targets; before the
 * baseline's day the baseline, after the last target that target.
 */
export function planOn({ baseline, baselineOn, targets }: IndicatorPlan, asOf: IsoDate): number {
  const steps = targets
    .filter(({ dueOn }) => dueOn > baselineOn)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  let from: Target = { dueOn: baselineOn, value: baseline };
  for (const to of steps) {
    if (asOf < to.dueOn) return valueBetween({ from, to, asOf });
    from = to;
  }
  return from.value;
}

/**
 * An indicator's actual value when `asOf` has ended, from the values measured until then; null
 * while there are none. Of values on the same day the one that stands last in the list is the
 * latest. A sum is of the measured values alone: the baseline is no part of it.
 */
export function actualOn(
  cumulation: Cumulation,
  measured: readonly MeasuredValue[],
  asOf: IsoDate,
): number | null {
  const values = measured.filter(({ measuredOn }) => measuredOn <= asOf);
  const sum = sumOf(values.map(({ value }) => value));
  if (values.length === 0) return null;
  if (cumulation === "sum") return sum;
  if (cumulation === "average") return sum / values.length;
  return values.reduce((latest, each) => (each.measuredOn >= latest.measuredOn ? each : latest))
    .value;
}

/**
 * How far an indicator has come against its plan. Where lower is better the plan lies below the
 * baseline and the same formula holds: both differences are negative.
 */
export function progressOn(
  indicator: IndicatorPlan,
  { actual, asOf, band = usualBand }: { actual: number | null; asOf: IsoDate; band?: TrackBand },
): Progress {
  const plan = planOn(indicator, asOf);
  if (plan === indicator.baseline) return { plan, ratio: null, band: "not-due" };
  if (actual === null) return { plan, ratio: null, band: "not-measured" };
  const ratio = rounded((actual - indicator.baseline) / (plan - indicator.baseline));
  return { plan, ratio, band: bandOf(ratio, band) };
}

function bandOf(ratio: number, { low, high }: TrackBand): ProgressBand {
  if (ratio < low) return "behind";
  return ratio <= high ? "on-track" : "ahead";
}

function valueBetween({ from, to, asOf }: { from: Target; to: Target; asOf: IsoDate }): number {
  if (asOf <= from.dueOn) return from.value;
  const share = daysBetween(from.dueOn, asOf) / daysBetween(from.dueOn, to.dueOn);
  return rounded(from.value + (to.value - from.value) * share);
}

/** Values have two decimals at most: added as whole hundredths, so that the sum has too. */
function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
}

/** Takes away what binary fractions add, so that 0.85 of a plan is 0.85 and on track. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
