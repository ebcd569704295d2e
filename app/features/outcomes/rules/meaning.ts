import type { IsoDate } from "~/terms/day";
import type { Cumulation } from "./actual";
import type { ComputedSource } from "./computed-sources";

/** What an indicator's figures mean: the same figure says another thing where one is another. */
export type Meaning = {
  unit: string;
  cumulation: Cumulation;
  direction: "higher" | "lower";
  source: "typed" | ComputedSource;
  /** What a sum, a plan and progress begin at, and from which day. */
  baseline: number;
  baselineOn: IsoDate;
};

export type MeaningPart = keyof Meaning;

const parts: readonly MeaningPart[] = [
  "unit",
  "cumulation",
  "direction",
  "source",
  "baseline",
  "baselineOn",
];

/** What would be another. How values become one means nothing for what is computed. */
export function changedParts(before: Meaning, after: Meaning): MeaningPart[] {
  const isComputed = before.source !== "typed" && after.source !== "typed";
  return parts.filter(
    (part) => before[part] !== after[part] && !(isComputed && part === "cumulation"),
  );
}
