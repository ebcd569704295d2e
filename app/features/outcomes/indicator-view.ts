import type { IsoDate } from "~/terms/day";
import type { Cumulation, ProgressBand, Target } from "./indicator-progress";

/** One indicator against its plan on a day: what page, chart, file and report all show. */
export type IndicatorView = {
  id: string;
  name: string;
  unit: string;
  higherIsBetter: boolean;
  baseline: number;
  baselineOn: IsoDate;
  cumulation: Cumulation;
  /** Computed from records, or typed in by somebody. */
  isComputed: boolean;
  /** By date. */
  targets: Target[];
  /** Null while nothing is measured. */
  actual: number | null;
  /** The day of the latest value that counts; null for computed ones and while there is none. */
  measuredOn: IsoDate | null;
  /** What the plan says on the day. */
  plan: number;
  /** (actual − baseline) ÷ (plan − baseline), of the unrounded figures; null where it is not due or not measured. */
  ratio: number | null;
  band: ProgressBand;
};
