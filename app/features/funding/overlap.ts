import type { Period } from "./calendar";

/** The first of the periods that has a day in common with one before it; null where none has. */
export function firstOverlap<Each extends Period>(periods: readonly Each[]): Each | null {
  const overlapping = periods.find((period, index) =>
    periods.slice(0, index).some((earlier) => overlaps(earlier, period)),
  );
  return overlapping ?? null;
}

function overlaps(one: Period, other: Period): boolean {
  return one.startsOn < other.endsBefore && other.startsOn < one.endsBefore;
}
