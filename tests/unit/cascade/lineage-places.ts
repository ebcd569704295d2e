import type { Lineage } from "~/features/cascade/rules/lineage";

/**
 * Everybody's place in a lineage, by the rule: in the tree they stand below the first of those they
 * learned from who are of the generation before theirs (`parents`).
 */
export function placesIn({ people }: Lineage) {
  return [...people].map(([id, { generation, acquiredOn, from, learnedFrom }]) => ({
    ...{ id, generation, acquiredOn, handOverId: from, learnedFrom: [...learnedFrom] },
    parents: learnedFrom.filter((trainer) => people.get(trainer)?.generation === generation - 1),
  }));
}
