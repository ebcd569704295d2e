import type { IsoDate } from "~/terms/day";
import { compareIds } from "./id-order";

/** What is so from a day on, until the day of the next step. */
export type Step<Value> = { from: IsoDate; value: Value };

/**
 * How something becomes otherwise with time, in the order of the days. Before the first step
 * nothing is so; the last stays so. No step says the same as the one before it.
 */
export type Steps<Value> = readonly Step<Value>[];

/** A step with both its ends. */
export type Stretch = {
  /** The first day on which it is so. */
  from: IsoDate;
  /** The first day on which it is no longer so; null where nothing ends it. */
  until: IsoDate | null;
};

/** The steps of what `valueAsOf` says, which may become otherwise on `days` and on no other day. */
export function stepsOver<Value>(
  days: readonly IsoDate[],
  valueAsOf: (day: IsoDate) => Value | undefined,
  isSame: (before: Value, after: Value) => boolean,
): Steps<Value> {
  const steps: Step<Value>[] = [];
  for (const from of [...days].sort(compareIds)) {
    const value = valueAsOf(from);
    const before = steps.at(-1);
    if (value === undefined || (before && isSame(before.value, value))) continue;
    steps.push({ from, value });
  }
  return steps;
}

/** What is so on `day`. */
export function valueOn<Value>(steps: Steps<Value>, day: IsoDate): Value | undefined {
  return steps[countUntil(steps, day) - 1]?.value;
}

/** The same, but not before `day`. */
export function notBefore<Value>(steps: Steps<Value>, day: IsoDate): Steps<Value> {
  const begun = countUntil(steps, day);
  const current = steps[begun - 1];
  return current ? [{ from: day, value: current.value }, ...steps.slice(begun)] : steps;
}

/** How many of the steps have come by the end of `day`. */
function countUntil<Value>(steps: Steps<Value>, day: IsoDate): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const step = steps[middle];
    if (step && step.from <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each step with both its ends, in a shape of one's own. */
export function stretchesOf<Value, Row extends Stretch>(
  steps: Steps<Value>,
  shape: (stretch: Stretch, value: Value) => Row,
): Row[] {
  return steps.map(({ from, value }, index) =>
    shape({ from, until: steps[index + 1]?.from ?? null }, value),
  );
}

/** The days of both; null where they have none in common. */
export function inBoth(one: Stretch, other: Stretch): Stretch | null {
  const from = one.from < other.from ? other.from : one.from;
  const [first, second] = [one.until ?? other.until, other.until ?? one.until];
  const until = first !== null && second !== null && second < first ? second : first;
  return until !== null && until <= from ? null : { from, until };
}

/** The one of a row of stretches that holds `day`. */
export function stretchOn<Row extends Stretch>(
  stretches: readonly Row[],
  day: IsoDate,
): Row | undefined {
  return stretches.find(({ from, until }) => from <= day && (until === null || day < until));
}
