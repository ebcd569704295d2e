import type { IsoDate } from "~/terms/day";
import type { CascadeInput, CascadePerson } from "./cascade-input";

/**
 * The people who are active on the day of the figures: listed, joined, and not left by that day.
 * A leaving day on the very day counts as left.
 */
export function activePeople({
  people,
  asOf,
}: Pick<CascadeInput, "people" | "asOf">): ReadonlySet<string> {
  const active = people.filter((person) => person.joined <= asOf && !hasLeftBy(asOf, person));
  return new Set(active.map((person) => person.id));
}

/** The people who have left by the day of the figures. Somebody unlisted is never among them. */
export function leavers({ people, asOf }: CascadeInput): ReadonlySet<string> {
  return new Set(people.filter((person) => hasLeftBy(asOf, person)).map((person) => person.id));
}

function hasLeftBy(day: IsoDate, { left }: CascadePerson): boolean {
  return left !== null && left <= day;
}
