import type { Target } from "./targets";

/**
 * The targets that lie on the wrong side of the baseline: below it where higher is better, above it
 * where lower is. One that is the baseline is a level to be held, and right in either direction.
 */
export function turnedTargets<Each extends Pick<Target, "value">>(
  { baseline, higherIsBetter }: { baseline: number; higherIsBetter: boolean },
  targets: readonly Each[],
): Each[] {
  return targets.filter(({ value }) => (higherIsBetter ? value < baseline : value > baseline));
}
