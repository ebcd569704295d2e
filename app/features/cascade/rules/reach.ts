import type { Share } from "~/terms/share";
import { activePeople, leavers } from "./active-people";
import type { CascadeInput } from "./cascade-input";
import type { Lineage } from "./lineage";

/**
 * The people of the frozen group who acquired the method and have not left, out of the group.
 * Leavers stay in the group, so that reach falls when a carrier goes.
 */
export type Reach = Share & {
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
