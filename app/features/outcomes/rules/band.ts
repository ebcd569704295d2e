import { compare, minus, ratioOf, type Fraction } from "~/terms/fraction";

/**
 * `not-due` while the plan asks for nothing yet; `not-measured` while there is no result, however
 * much is due.
 */
export type ProgressBand = "behind" | "on-track" | "ahead" | "not-due" | "not-measured";

/** Shares of the plan that are on track: from `low` up to and including `high`. */
export type TrackBand = { low: Fraction; high: Fraction };

export const usualBand: TrackBand = {
  low: { over: 85n, under: 100n },
  high: { over: 115n, under: 100n },
};

export type Figures = {
  baseline: Fraction;
  plan: Fraction;
  actual: Fraction | null;
  isDue: boolean;
  higherIsBetter: boolean;
};

export type Judgement = {
  /** (actual − baseline) ÷ (plan − baseline); null where it is not due, not measured, or where the
   * plan is the baseline. */
  ratio: Fraction | null;
  band: ProgressBand;
};

/**
 * How far an indicator has come against its plan. Where lower is better the plan lies below the
 * baseline and the same formula holds: both differences are negative. A plan that has come to where
 * it started is a level to be held: a result on its good side is on track, any other behind.
 */
export function judge(figures: Figures, track: TrackBand): Judgement {
  const { baseline, plan, actual, isDue } = figures;
  if (!isDue) return { ratio: null, band: "not-due" };
  if (actual === null) return { ratio: null, band: "not-measured" };
  const ratio = ratioOf(minus(actual, baseline), minus(plan, baseline));
  if (ratio === null) return { ratio, band: isHeld(figures, actual) ? "on-track" : "behind" };
  if (compare(ratio, track.low) < 0) return { ratio, band: "behind" };
  return { ratio, band: compare(ratio, track.high) <= 0 ? "on-track" : "ahead" };
}

function isHeld({ plan, higherIsBetter }: Figures, actual: Fraction): boolean {
  return higherIsBetter ? compare(actual, plan) >= 0 : compare(actual, plan) <= 0;
}
