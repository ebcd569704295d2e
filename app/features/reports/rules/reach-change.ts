import type { IsoDate } from "~/terms/day";
import type { Share } from "~/terms/share";
import type { RowOf } from "./report-row";

/** A group's reach as it was told before, and whom it has gained and lost of its people since. */
export type ReachChange = {
  then: Share;
  /** Reached now, and not then: for the first time, where their group is younger than that. */
  came: number;
  /** Reached then, and not now: they have left, or what they had learned was taken back. */
  left: number;
};

type Member = RowOf<"group">;

type Groups = {
  then: readonly Member[];
  now: readonly Member[];
  /** The first day of the period. */
  startsOn: IsoDate;
};

/** Lays a method's group of now beside what it was then, or all groups of all methods. */
export function reachChange({ then, now, startsOn }: Groups): ReachChange {
  const [were, are] = [reachedIn(then), reachedIn(now)];
  const known = new Set(then.map(({ under }) => under));
  const knewBefore = ({ under, day }: Member) =>
    !known.has(under) && day !== null && day < startsOn;
  return {
    then: { numerator: were.size, denominator: then.length },
    came: reachedIn(now.filter((member) => !were.has(member.id) && !knewBefore(member))).size,
    left: [...were].filter((id) => !are.has(id)).length,
  };
}

function reachedIn(members: readonly Member[]): Set<string> {
  return new Set(members.filter(({ facts }) => facts.isReached).map(({ id }) => id));
}
