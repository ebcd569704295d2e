import type { IsoDate } from "~/terms/day";

/** What of a list's row says which training it is, and what it says of it. */
export type MatchedRow = {
  personId: string;
  heldOn: IsoDate;
  courseId: string | null;
  /** The course's title and what the list calls it, to be compared as they are. */
  titles: string[];
  minutes: number;
  /** Null where the list says nothing of it. */
  costOre: number | null;
  competenceId: string | null;
  projectId: string | null;
  sourceKey: string;
};

/** A training record that stands. */
export type StandingTraining = {
  id: string;
  personId: string;
  heldOn: IsoDate;
  courseId: string | null;
  title: string;
  minutes: number;
  costOre: number | null;
  competenceId: string | null;
  projectId: string | null;
  sourceKey: string | null;
};

export type TrainingMatch<Row, Standing> =
  { kind: "new"; row: Row } | { kind: "same" | "changed"; row: Row; standing: Standing };

/**
 * Compares a list's rows with the training that stands. Each record belongs to one row at most: to
 * the very one, else to one of its person, day and course with its length, else to one with another.
 * Of two rows of a course and day the one that is here stays itself, and the other is new.
 */
export function matchTraining<Row extends MatchedRow, Standing extends StandingTraining>(
  rows: readonly Row[],
  standing: readonly Standing[],
): TrainingMatch<Row, Standing>[] {
  const free = new Set(standing);
  const bySource = grouped(standing, ({ sourceKey }) => (sourceKey === null ? [] : [sourceKey]));
  const byCourse = grouped(standing, ({ title, ...record }) =>
    courseKeys({ ...record, titles: [title] }),
  );
  const found = new Map<Row, Standing>();
  const passes: ((row: Row) => Standing[])[] = [
    (row) => bySource.get(row.sourceKey) ?? [],
    (row) => ofCourse(row).filter(({ minutes }) => minutes === row.minutes),
    (row) => ofCourse(row),
  ];
  for (const candidates of passes) {
    for (const row of rows) {
      const record = found.has(row) ? undefined : candidates(row).find((each) => free.has(each));
      if (!record) continue;
      found.set(row, record);
      free.delete(record);
    }
  }
  return rows.map((row) => {
    const record = found.get(row);
    if (!record) return { kind: "new", row };
    return { kind: differs(row, record) ? "changed" : "same", row, standing: record };
  });

  function ofCourse(row: Row): Standing[] {
    return courseKeys(row).flatMap((key) => byCourse.get(key) ?? []);
  }
}

function differs(row: MatchedRow, record: StandingTraining): boolean {
  return (
    row.minutes !== record.minutes ||
    (row.costOre !== null && row.costOre !== record.costOre) ||
    (row.competenceId !== null && row.competenceId !== record.competenceId) ||
    (row.projectId !== null && row.projectId !== record.projectId)
  );
}

/** By what a person's course of a day is known: the catalogue's own id, or what it is called. */
function courseKeys(
  row: Pick<MatchedRow, "personId" | "heldOn" | "courseId" | "titles">,
): string[] {
  const { personId, heldOn, courseId, titles } = row;
  const called = titles.map((title) => JSON.stringify([personId, heldOn, title]));
  return courseId === null ? called : [...called, JSON.stringify([personId, heldOn, { courseId }])];
}

function grouped<Item>(items: readonly Item[], keysOf: (item: Item) => string[]) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
