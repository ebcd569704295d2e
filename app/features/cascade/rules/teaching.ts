import type { Lineage } from "./lineage";

/** Everybody who was a valid trainer of at least one counted hand-over. */
export function peopleWhoTaught(lineage: Lineage): ReadonlySet<string> {
  const taught = new Set<string>();
  for (const handOver of lineage.handOvers.values()) {
    if (!handOver.counted) continue;
    for (const trainer of handOver.validTrainers) taught.add(trainer);
  }
  return taught;
}
