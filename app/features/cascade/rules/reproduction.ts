import type { Lineage } from "./lineage";
import { peopleWhoTaught } from "./teaching";

export type Reproduction = { learners: number; trainers: number };

/** How many learned the method in a hand-over, and how many taught: learners per trainer. */
export function reproduction(lineage: Lineage): Reproduction {
  const learners = [...lineage.people.values()].filter(({ from }) => from !== null);
  return { learners: learners.length, trainers: peopleWhoTaught(lineage).size };
}
