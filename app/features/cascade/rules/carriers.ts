import { activePeople } from "./active-people";
import type { CascadeInput } from "./cascade-input";
import type { Lineage } from "./lineage";

/** Active people who acquired the method and are cleared to teach it. Sorted by id. */
export function carriers(input: CascadeInput, lineage: Lineage): string[] {
  const active = activePeople(input);
  const mayTeachFrom = new Map(Object.entries(input.mayTeach));
  return [...lineage.people.keys()].filter((person) => {
    const from = mayTeachFrom.get(person);
    return active.has(person) && from !== undefined && from <= input.asOf;
  });
}
