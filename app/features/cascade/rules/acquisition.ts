import type { IsoDate } from "~/terms/day";
import { type Steps, stepsOver, valueOn } from "./steps";

/**
 * The first day a person learned the method, how and from whom: a fact that neither expiry nor
 * leaving changes.
 */
export type Acquisition = {
  acquiredOn: IsoDate;
  /** 0 = learned outside; n + 1 = learned from a trainer of generation n. */
  generation: number;
  /** The hand-over it was learned in; null for what was learned outside. */
  from: string | null;
  /** The valid trainers of that hand-over, by id; empty for what was learned outside. */
  learnedFrom: readonly string[];
};

/**
 * The one of two acquisitions that a person keeps: the earlier; on one day the one from outside,
 * then the lower generation, then the hand-over whose id comes first by character code.
 */
function keepAcquisition(kept: Acquisition | undefined, offered: Acquisition): Acquisition {
  return kept === undefined || precedes(offered, kept) ? offered : kept;
}

/** The same with time: as of each day, the one that a person keeps of what counts by then. */
export function keepAcquisitions(
  kept: Steps<Acquisition>,
  offered: Steps<Acquisition>,
): Steps<Acquisition> {
  if (kept.length === 0) return offered;
  return stepsOver(
    [...kept, ...offered].map(({ from }) => from),
    (day) => {
      const offer = valueOn(offered, day);
      return offer === undefined ? valueOn(kept, day) : keepAcquisition(valueOn(kept, day), offer);
    },
    Object.is,
  );
}

function precedes(a: Acquisition, b: Acquisition): boolean {
  if (a.acquiredOn !== b.acquiredOn) return a.acquiredOn < b.acquiredOn;
  if (a.from === null || b.from === null) return a.from === null && b.from !== null;
  if (a.generation !== b.generation) return a.generation < b.generation;
  return a.from < b.from;
}
