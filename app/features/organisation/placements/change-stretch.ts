import type { IsoDate } from "~/terms/day";
import { replaced, type Stretch } from "../stretches";

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
 * - Another first or last day moves the border that it has in common with those who end where it
 *   begins, or begin where it ends: a move is one day, seen from either side. No end leaves those
 *   after it where they are.
 * - Another unit, title or share ends it on `from` and begins a new one there, until its end. From
 *   its own first day (or earlier) the new takes the old one's place: a correction.
 */
export function changeStretch(
  stretches: readonly Stretch[],
  chosen: Stretch,
  { from, startsOn, endsBefore, ...place }: ChangedStretch,
): Stretch[] {
  return stretches.flatMap((stretch) => {
    if (stretch === chosen) return replaced({ ...chosen, startsOn, endsBefore }, place, from);
    const isBefore = stretch.endsBefore === chosen.startsOn;
    const isAfter = stretch.startsOn === chosen.endsBefore && endsBefore !== null;
    return {
      ...stretch,
      endsBefore: isBefore ? startsOn : stretch.endsBefore,
      startsOn: isAfter ? endsBefore : stretch.startsOn,
    };
  });
}

/** Those that would have no day left. */
export function emptied(stretches: readonly Stretch[]): Stretch[] {
  return stretches.filter(
    ({ startsOn, endsBefore }) => endsBefore !== null && endsBefore <= startsOn,
  );
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
