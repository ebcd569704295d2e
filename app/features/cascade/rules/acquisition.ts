import type { IsoDate } from "~/terms/day";

/**
 * The first day a person learned the method, and how: a fact that neither expiry nor leaving
 * changes.
 */
export type Acquisition = {
  acquiredOn: IsoDate;
  /** 0 = learned outside; n + 1 = learned from a trainer of generation n. */
  generation: number;
  /** The hand-over it was learned in; null for what was learned outside. */
  from: string | null;
};

/**
 * The one of two acquisitions that a person keeps: the earlier; on one day the one from outside,
 * then the lower generation, then the hand-over whose id comes first by character code.
 */
export function keepAcquisition<A extends Acquisition>(kept: A | undefined, offered: A): A {
  return kept === undefined || precedes(offered, kept) ? offered : kept;
}

function precedes(a: Acquisition, b: Acquisition): boolean {
  if (a.acquiredOn !== b.acquiredOn) return a.acquiredOn < b.acquiredOn;
  if (a.from === null || b.from === null) return a.from === null && b.from !== null;
  if (a.generation !== b.generation) return a.generation < b.generation;
  return a.from < b.from;
}
