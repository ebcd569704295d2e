import type { IsoDate } from "~/terms/day";
import { fractionOf, partOf, plus, type Fraction } from "~/terms/fraction";

/** How several values become one: added to the baseline, the latest of them, or their average. */
export type Cumulation = "sum" | "latest" | "average";

export type MeasuredValue = { measuredOn: IsoDate; value: number };

/**
 * An indicator's result when `day` has ended, from the values measured until then; null while there
 * are none. They come in the order in which they were entered: of two of one day the last is the
 * latest. A sum begins at the baseline, as its plan does.
 */
export function actualOn(
  { cumulation, baseline }: { cumulation: Cumulation; baseline: number },
  measured: readonly MeasuredValue[],
  day: IsoDate,
): Fraction | null {
  const counted = measured.filter(({ measuredOn }) => measuredOn <= day);
  const last = lastOf(counted);
  if (last === null) return null;
  switch (cumulation) {
    case "latest":
      return fractionOf(last.value);
    case "sum":
      return plus(fractionOf(baseline), sumOf(counted));
    case "average":
      return partOf(sumOf(counted), { taken: 1, of: counted.length });
  }
}

/** The day of the latest value until the end of a day; null where there is none. */
export function measuredUntil(measured: readonly MeasuredValue[], day: IsoDate): IsoDate | null {
  return lastOf(measured.filter(({ measuredOn }) => measuredOn <= day))?.measuredOn ?? null;
}

function lastOf(measured: readonly MeasuredValue[]): MeasuredValue | null {
  return measured.reduce<MeasuredValue | null>(
    (last, each) => (last === null || each.measuredOn >= last.measuredOn ? each : last),
    null,
  );
}

function sumOf(measured: readonly MeasuredValue[]): Fraction {
  const hundredths = measured.map(({ value }) => fractionOf(value).over);
  return { over: hundredths.reduce((sum, each) => sum + each, 0n), under: fractionOf(0).under };
}
