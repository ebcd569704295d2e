import { activePeople } from "~/features/cascade/rules/active-people";
import type { CascadeInput } from "~/features/cascade/rules/cascade-input";

/** How many of some people should hold the method, left or not. */
export function countInGroup(
  { shouldHold }: Pick<CascadeInput, "shouldHold">,
  people: readonly string[],
): number {
  const group = new Set(shouldHold);
  return people.filter((person) => group.has(person)).length;
}

/** How many of some people stand beside the group: active, and nobody who should hold the method. */
export function countBeside(
  input: Pick<CascadeInput, "shouldHold" | "people" | "asOf">,
  people: readonly string[],
): number {
  const [group, active] = [new Set(input.shouldHold), activePeople(input)];
  return people.filter((person) => !group.has(person) && active.has(person)).length;
}
