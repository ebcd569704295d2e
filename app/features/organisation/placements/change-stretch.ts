import type { IsoDate } from "~/terms/day";
import { replaced, type Stretch } from "../stretches";
import { withBorders } from "./borders";

/** What the form of one stretch says of it. */
export type ChangedStretch = Pick<Stretch, "unitId" | "jobTitle" | "share"> & {
  /** From which day another unit, title or share holds. */
  from: IsoDate;
  startsOn: IsoDate;
  endsBefore: IsoDate | null;
};

/**
 * Somebody's stretches once one of them has been changed.
 *
 * - Another first or last day moves the border that it has in common with others (`withBorders`): a
 *   move is one day, seen from whichever of them.
 * - Another unit, title or share ends it on `from` and begins a new one there, until its end. From
 *   its own first day (or earlier) the new takes the old one's place: a correction.
 */
export function changeStretch(
  stretches: readonly Stretch[],
  chosen: Stretch,
  { from, startsOn, endsBefore, ...place }: ChangedStretch,
): Stretch[] {
  const changed = { ...chosen, startsOn, endsBefore };
  const others = stretches.filter((stretch) => stretch !== chosen);
  const moved = withBorders(others, chosen, changed);
  const at = stretches.indexOf(chosen);
  return [...moved.slice(0, at), ...replaced(changed, place, from), ...moved.slice(at)];
}

/**
 * Somebody's stretches without one that never was. With `goesOn` those that ended where it began
 * go on until its end: the move was the mistake.
 */
export function withoutStretch(
  stretches: readonly Stretch[],
  gone: Stretch,
  { goesOn }: { goesOn: boolean },
): Stretch[] {
  return stretches
    .filter((stretch) => stretch !== gone)
    .map((stretch) =>
      goesOn && stretch.endsBefore === gone.startsOn
        ? { ...stretch, endsBefore: gone.endsBefore }
        : stretch,
    );
}
