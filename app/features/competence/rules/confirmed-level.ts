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

/** What is confirmed of one person in one competence on a day. */
export type Known = {
  level: Level;
  /** The highest level that was also watched: a part of `level`, never beside it. */
  observed: Level;
  /** The first day on which the person is cleared to teach; null while they are not. */
  clearedSince: IsoDate | null;
};

/**
 * What is known of a person in one competence on a day, by what has been attested until then: the
 * highest level, and the first clearance. A later, lower attestation lowers nothing; a wrong one is
 * withdrawn. Relation `known_of`.
 */
export function knownOn(day: IsoDate, attestations: readonly Attested[]): Known {
  const known = attestations.filter(({ attestedOn }) => attestedOn <= day);
  return {
    level: highestOf(known),
    observed: highestOf(known.filter(({ observed }) => observed)),
    clearedSince: firstDayOf(known.filter(clearsToTeach)),
  };
}

/** Level 4 and a passed teach-back clear to teach. */
export function clearsToTeach({ level, source }: Pick<Attested, "level" | "source">): boolean {
  return level === 4 || source === "teach_back";
}

// Who holds and who carries a competence is asked of active people alone: relation `holding_of`.

/** Whether somebody holds the competence at a level (1 or more). */
export function isHolder({ level }: Pick<Known, "level">, atLevel: Level): boolean {
  return level >= atLevel;
}

/** Whether somebody was watched at a level. */
export function isWatched({ observed }: Pick<Known, "observed">, atLevel: Level): boolean {
  return observed >= atLevel;
}

/** Whether somebody may hand the competence on: a holder, at whatever level, cleared to teach. */
export function isCarrier(known: Pick<Known, "level" | "clearedSince">): boolean {
  return isHolder(known, 1) && known.clearedSince !== null;
}

/** What a shown level rests on: all of it was watched, or it is confirmed by word. */
export function basisOf({ level, observed }: Pick<Known, "level" | "observed">) {
  return level > 0 && isWatched({ observed }, level) ? ("observed" as const) : "confirmed";
}

function highestOf(attestations: readonly Attested[]): Level {
  return attestations.reduce<Level>(
    (highest, { level }) => (level !== null && level > highest ? level : highest),
    0,
  );
}

function firstDayOf(attestations: readonly Attested[]): IsoDate | null {
  return attestations.reduce<IsoDate | null>(
    (first, { attestedOn }) => (first === null || attestedOn < first ? attestedOn : first),
    null,
  );
}
