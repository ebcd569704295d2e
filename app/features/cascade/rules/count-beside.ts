import { activePeople } from "./active-people";
import type { CascadeInput } from "./cascade-input";

/** How many of some people stand beside the group: active, and nobody who should hold the method. */
export function countBeside(
  input: Pick<CascadeInput, "shouldHold" | "people" | "asOf">,
  people: readonly string[],
): number {
  const [group, active] = [new Set(input.shouldHold), activePeople(input)];
  return people.filter((person) => !group.has(person) && active.has(person)).length;
}
