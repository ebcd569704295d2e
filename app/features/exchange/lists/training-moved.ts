import { areAlike } from "~/features/competence/rules/likeness";
import { daysBetween } from "~/terms/day";
import type { MatchedRow, StandingTraining } from "./training-match";

/**
 * Of rows that nothing here is the same as, those that may be the correction of what an earlier list
 * brought and this list no longer has: of the same person and length, on the same day with a title
 * that is alike, or of the same course less than a week away: what is held each week is another.
 * Each record belongs to one row at most, the nearest first.
 */
export function movedTraining<Row extends MatchedRow, Standing extends StandingTraining>(
  rows: readonly Row[],
  gone: readonly Standing[],
): Map<Row, Standing> {
  const byPerson = new Map<string, Standing[]>();
  for (const record of gone) {
    byPerson.set(record.personId, [...(byPerson.get(record.personId) ?? []), record]);
  }
  const pairs = rows.flatMap((row) =>
    (byPerson.get(row.personId) ?? [])
      .filter((record) => record.minutes === row.minutes && mayBeOf(row, record))
      .map((record) => ({ row, record, days: Math.abs(daysBetween(row.heldOn, record.heldOn)) })),
  );
  const moved = new Map<Row, Standing>();
  const taken = new Set<Standing>();
  for (const { row, record } of pairs.toSorted((a, b) => a.days - b.days)) {
    if (moved.has(row) || taken.has(record)) continue;
    moved.set(row, record);
    taken.add(record);
  }
  return moved;
}

function mayBeOf(row: MatchedRow, record: StandingTraining): boolean {
  if (row.heldOn === record.heldOn)
    return row.titles.some((title) => areAlike(title, record.title));
  const isOfCourse =
    row.titles.includes(record.title) ||
    (row.courseId !== null && row.courseId === record.courseId);
  return isOfCourse && Math.abs(daysBetween(row.heldOn, record.heldOn)) < 7;
}
