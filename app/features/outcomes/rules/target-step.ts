import { sinceAlways, type IsoDate } from "~/terms/day";
import type { DecidedTarget, Target } from "./targets";

/** From when typed targets hold: since a decision, or they are what was meant from the start. */
export type TargetsSince = { since: "decided"; decidedOn: IsoDate } | { since: "start" };

/** What becomes of the targets in force, and since when the typed ones are decided. */
export type TargetStep =
  | { kind: "same" }
  | { kind: "first"; decidedOn: IsoDate }
  /** Those in force were wrong: they are withdrawn, and the typed ones hold in their place. */
  | { kind: "correction"; decidedOn: IsoDate }
  | { kind: "replacement"; decidedOn: IsoDate }
  /** Those in force were decided later than that: the step can't be taken. */
  | { kind: "too-early"; decidedOn: IsoDate };

/**
 * An indicator's targets are decided together. Another decision of the same day corrects the first;
 * one of an earlier day than the targets in force has no place. `stored` are those that stand; where
 * none is in force they were taken away, which is a decision too.
 */
export function stepOfTargets(
  stored: readonly DecidedTarget[],
  typed: readonly Target[],
  since: TargetsSince,
): TargetStep {
  const known = sinceWhen(stored);
  const day = since.since === "start" ? null : since.decidedOn;
  if (isSame(inForce(stored), typed)) return { kind: "same" };
  if (known === null) return { kind: "first", decidedOn: day ?? sinceAlways };
  if (day === null || day === known) return { kind: "correction", decidedOn: known };
  return day < known
    ? { kind: "too-early", decidedOn: known }
    : { kind: "replacement", decidedOn: day };
}

/** Of targets that stand: those that hold until others are decided. */
export function inForce<Each extends DecidedTarget>(stored: readonly Each[]): Each[] {
  return stored.filter(({ replacedOn }) => replacedOn === null);
}

/** Since when the targets are what they are; null where there never were any. */
function sinceWhen(stored: readonly DecidedTarget[]): IsoDate | null {
  const days = stored.map(({ decidedOn, replacedOn }) => replacedOn ?? decidedOn);
  return days.reduce<IsoDate | null>(
    (last, day) => (last !== null && last > day ? last : day),
    null,
  );
}

function isSame(one: readonly Target[], other: readonly Target[]): boolean {
  const written = (targets: readonly Target[]) =>
    targets
      .map(({ dueOn, value }) => `${dueOn} ${value}`)
      .toSorted()
      .join("\n");
  return written(one) === written(other);
}
