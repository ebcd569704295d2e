import type { IsoDate } from "~/terms/day";
import { compareIds } from "./id-order";

/** A person, and the first day of something. */
export type FirstDay = { person: string; from: IsoDate };

/** Each person's earliest day, by the persons' ids; an entry without a day says nothing. */
export function firstDays<Entry extends { person: string }>(
  entries: readonly Entry[],
  dayOf: (entry: Entry) => IsoDate | null,
): FirstDay[] {
  const days: FirstDay[] = [];
  for (const entry of entries) {
    const from = dayOf(entry);
    if (from !== null) days.push({ person: entry.person, from });
  }
  // Rows of a database come in order: thousands of short lists needn't be sorted again.
  if (days.every(({ person }, index) => index === 0 || (days[index - 1]?.person ?? "") < person)) {
    return days;
  }
  days.sort((a, b) => compareIds(a.person, b.person) || compareIds(a.from, b.from));
  return days.filter(({ person }, index) => person !== days[index - 1]?.person);
}
