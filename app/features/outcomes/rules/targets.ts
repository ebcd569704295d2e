import type { IsoDate } from "~/terms/day";

/** Where an indicator should be on a day. */
export type Target = { dueOn: IsoDate; value: number };

/** A target with the days on which it was in force: from its decision until another took its place. */
export type DecidedTarget = Target & {
  decidedOn: IsoDate;
  /** Null for one that is in force. */
  replacedOn: IsoDate | null;
};

/** The targets that had been decided when a day had ended and were in force then, by their days. */
export function decidedBy<Each extends DecidedTarget>(
  targets: readonly Each[],
  day: IsoDate,
): Each[] {
  return targets
    .filter(
      ({ decidedOn, replacedOn }) => decidedOn <= day && (replacedOn === null || replacedOn > day),
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
