import type { CascadeInput } from "~/features/cascade/rules/cascade-input";

/** How many of some people should hold the method, left or not. */
export function countInGroup(
  { shouldHold }: Pick<CascadeInput, "shouldHold">,
  people: readonly string[],
): number {
  const group = new Set(shouldHold);
  return people.filter((person) => group.has(person)).length;
}
