import type { IsoDate } from "~/terms/day";
import type { Cumulation } from "./rules/actual";
import type { ComputedSource } from "./rules/computed-sources";
import type { Finding } from "./rules/finding";
import type { Target } from "./rules/targets";

/** One indicator with its finding as of a day: what page, chart, file and report all show. */
export type IndicatorView = Finding & {
  id: string;
  name: string;
  unit: string;
  higherIsBetter: boolean;
  baseline: number;
  baselineOn: IsoDate;
  cumulation: Cumulation;
  /** Computed from records, or typed in by somebody. */
  isComputed: boolean;
  /** What it is computed from; null for what is typed. */
  source: ComputedSource | null;
  /** Those in force as of the day, by their dates; `decidedOn` is null for since always. */
  targets: (Target & { decidedOn: IsoDate | null })[];
};
