import { activePeople, leavers } from "./active-people";
import type { CascadeInput } from "./cascade-input";
import type { Lineage } from "./lineage";

export type Reach = {
  /** People of the frozen group who acquired the method and have not left. */
  numerator: number;
  /** The frozen group. Leavers stay in it, so that reach falls when a carrier goes. */
  denominator: number;
  /** Active people outside the group who acquired the method: shown beside, never added. */
  beside: number;
};

/** How much of the frozen group the method has reached and kept. */
export function reach(input: CascadeInput, lineage: Lineage): Reach {
  const group = new Set(input.shouldHold);
  const gone = leavers(input);
  const active = activePeople(input);
  const acquired = [...lineage.people.keys()];
  return {
    numerator: acquired.filter((person) => group.has(person) && !gone.has(person)).length,
    denominator: group.size,
    beside: acquired.filter((person) => !group.has(person) && active.has(person)).length,
  };
}
