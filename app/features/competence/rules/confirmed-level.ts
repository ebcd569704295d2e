import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";

/** What somebody other than the person has said they can. Withdrawn ones are never given here. */
export type Attested = {
  /** Null for a passed teach-back, which has no level of its own. */
  level: Level | null;
  /** Whoever attested it has watched it being done. */
  observed: boolean;
  source: "course" | "hand_over" | "manager" | "teach_back";
  /** The day from which it is true. */
  attestedOn: IsoDate;
};

/** `observed` is the highest level that was also watched: a part of `level`, never beside it. */
export type ConfirmedLevel = { level: Level; observed: Level };

/**
 * What a person's confirmed level in one competence is on a day: the highest level attested by
 * then. A later, lower attestation does not lower it; a wrong one is withdrawn.
 */
export function confirmedLevelOn(day: IsoDate, attestations: readonly Attested[]): ConfirmedLevel {
  const known = attestations.filter((attestation) => attestation.attestedOn <= day);
  return {
    level: highestOf(known),
    observed: highestOf(known.filter((attestation) => attestation.observed)),
  };
}

function highestOf(attestations: readonly Attested[]): Level {
  return attestations.reduce<Level>(
    (highest, { level }) => (level !== null && level > highest ? level : highest),
    0,
  );
}

/**
 * The first day on which a person is cleared to teach one competence: that of level 4 or of a
 * passed teach-back, whichever came first. Null while there is neither.
 */
export function clearedToTeachSince(attestations: readonly Attested[]): IsoDate | null {
  return attestations
    .filter(({ level, source }) => level === 4 || source === "teach_back")
    .reduce<IsoDate | null>(
      (first, { attestedOn }) => (first === null || attestedOn < first ? attestedOn : first),
      null,
    );
}
