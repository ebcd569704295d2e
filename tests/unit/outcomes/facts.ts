import type { IndicatorFacts } from "~/features/outcomes/rules/finding";
import { sinceAlways } from "~/terms/day";
import type { DecidedTarget } from "~/features/outcomes/rules/targets";

/** A target that has been decided since always, unless told otherwise. */
export function target(
  dueOn: string,
  value: number,
  decidedOn: string = sinceAlways,
  replacedOn: string | null = null,
): DecidedTarget {
  return { dueOn, value, decidedOn, replacedOn };
}

/** From 0 on 1 January 2013 to 100 on 31 December, measured for its latest value. */
export function indicator(given: Partial<IndicatorFacts> = {}): IndicatorFacts {
  return {
    baseline: 0,
    baselineOn: "2013-01-01",
    higherIsBetter: true,
    targets: [target("2013-12-31", 100)],
    results: { cumulation: "latest", measured: [] },
    ...given,
  };
}

/** Values as measured by day, for one that counts the latest. */
export function latest(...measured: [day: string, value: number][]): IndicatorFacts["results"] {
  return {
    cumulation: "latest",
    measured: measured.map(([measuredOn, value]) => ({ measuredOn, value })),
  };
}
