import type { IsoDate } from "~/terms/day";
import { fractionOf, numberOf, roundApart, type Fraction } from "~/terms/fraction";
import { actualOn, measuredUntil, type Cumulation, type MeasuredValue } from "./actual";
import { judge, usualBand, type ProgressBand, type TrackBand } from "./band";
import { firstDueBy, isDueOn, planOn, type IndicatorPlan } from "./plan";
import { decidedBy } from "./targets";
import { toldFigures } from "./told-figures";

/** Where an indicator's results come from: what was measured, or what the records say on `asOf`. */
export type Results =
  | { cumulation: Cumulation; measured: readonly MeasuredValue[] }
  /** Null where there is nothing to compute it from. */
  | { computed: Fraction | null };

export type IndicatorFacts = IndicatorPlan & { higherIsBetter: boolean; results: Results };

/** What is to be said of an indicator: its result against the plan of that result's day. */
export type Finding = {
  /** The day that result and plan are of, when it has ended. */
  on: IsoDate;
  /** Of typed values: the day of the latest that counts; null for none, and for computed ones. */
  measuredOn: IsoDate | null;
  plan: number;
  /** Null while nothing is measured, and where there is nothing to compute it from. */
  actual: number | null;
  /** (actual − baseline) ÷ (plan − baseline), of the unrounded figures; null where there is none. */
  ratio: number | null;
  /** The same in per cent, as it is told: never rounded over an edge of the band. */
  percent: number | null;
  band: ProgressBand;
};

/**
 * An indicator's finding when `asOf` has ended: the one function behind pages, charts, files and
 * reports. What is measured is compared with the plan of the day on which it was measured last, as
 * it was decided by then; where that plan asked for nothing yet and a target's day has come since,
 * with that day's. What is computed, or not measured at all, is of `asOf`. So the finding follows
 * from its day alone: two readers can't be told two of the same day.
 */
export function findingOn(
  indicator: IndicatorFacts,
  asOf: IsoDate,
  track: TrackBand = usualBand,
): Finding {
  const { baseline, higherIsBetter, results } = indicator;
  const measuredOn = "measured" in results ? measuredUntil(results.measured, asOf) : null;
  const on = measuredOn === null ? asOf : dayJudged(indicator, { measuredOn, asOf });
  const figures = {
    baseline: fractionOf(baseline),
    plan: planOn(indicator, on),
    actual: resultOn(indicator, on),
    isDue: isDueOn(indicator, on),
    higherIsBetter,
  };
  const { ratio, band } = judge(figures, track);
  return {
    ...{ on, measuredOn, band },
    ...toldFigures(figures, { typed: typedFigures(indicator, on), track }),
    ratio: ratio && numberOf(ratio),
    percent: ratio && percentOf(ratio, track),
  };
}

function dayJudged(
  plan: IndicatorPlan,
  { measuredOn, asOf }: { measuredOn: IsoDate; asOf: IsoDate },
): IsoDate {
  if (isDueOn(plan, measuredOn)) return measuredOn;
  return firstDueBy(plan, asOf) ?? measuredOn;
}

function resultOn({ baseline, results }: IndicatorFacts, day: IsoDate): Fraction | null {
  if ("computed" in results) return results.computed;
  return actualOn({ cumulation: results.cumulation, baseline }, results.measured, day);
}

/** What somebody has typed of an indicator until a day: its figures are told as exactly. */
function typedFigures({ baseline, targets, results }: IndicatorFacts, day: IsoDate): number[] {
  const measured = "measured" in results ? results.measured : [];
  return [
    baseline,
    ...decidedBy(targets, day).map(({ value }) => value),
    ...measured.filter(({ measuredOn }) => measuredOn <= day).map(({ value }) => value),
  ];
}

function percentOf({ over, under }: Fraction, { low, high }: TrackBand): number {
  const hundredfold = (share: Fraction) => ({ ...share, over: share.over * 100n });
  const marks = [fractionOf(0), fractionOf(100), hundredfold(low), hundredfold(high)];
  return roundApart(hundredfold({ over, under }), { decimals: 0, marks });
}
