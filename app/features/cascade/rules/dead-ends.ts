import type { Lineage } from "./lineage";
import { peopleWhoTaught } from "./teaching";

/**
 * Where the method stays: people of generation 1 and on, left or not, who were never a valid
 * trainer of a counted hand-over. Sorted by id.
 */
export function deadEnds(lineage: Lineage): string[] {
  const taught = peopleWhoTaught(lineage);
  return [...lineage.people]
    .filter(([person, { generation }]) => generation >= 1 && !taught.has(person))
    .map(([person]) => person);
}
