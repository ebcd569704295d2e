import type { Share } from "~/terms/share";
import type { RowOf } from "./report-row";

/** A group's reach as it was told before, and whom it has gained and lost of its people since. */
export type ReachChange = {
  then: Share;
  /** Reached now, and not then. */
  came: number;
  /** Reached then, and not now: they have left, or what they had learned was taken back. */
  left: number;
};

type Member = RowOf<"group">;

/** Lays a method's group of now beside what it was then, or all groups of all methods. */
export function reachChange(then: readonly Member[], now: readonly Member[]): ReachChange {
  const [were, are] = [reachedIn(then), reachedIn(now)];
  return {
    then: { numerator: were.size, denominator: then.length },
    came: [...are].filter((id) => !were.has(id)).length,
    left: [...were].filter((id) => !are.has(id)).length,
  };
}

function reachedIn(members: readonly Member[]): Set<string> {
  return new Set(members.filter(({ facts }) => facts.isReached).map(({ id }) => id));
}
