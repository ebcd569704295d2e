import { mayBeWhen, timeOfDay } from "./clock-times";
import { isOtherMeasure } from "./heading-notes";
import { listedText } from "./listed-text";
import { trainingFields, type TrainingField } from "./training-headings";

/**
 * The meaning of each column, in the file's order; null for those that aren't used, `ignore` for
 * those of which somebody has said so.
 */
export type ColumnMapping = (TrainingField | "ignore" | null)[];

export type MappingFault =
  | { field: TrainingField; reason: "missing" | "twice" }
  /** The heading says a measure that Kaskad doesn't count in. */
  | { field: "hours" | "cost"; reason: "measure"; heading: string }
  /** No column is how long it took, and the one that may be it may say when. */
  | { field: "hours"; reason: "clock"; heading: string };

/**
 * What is wrong with a mapping: who, what, when and how long must all be there, each once, and what
 * is counted in a measure that can be read. Two times between which it was say how long, and where
 * they are moments also when.
 */
export function mappingFaults(
  mapping: ColumnMapping,
  header: readonly string[] = [],
  rows: readonly { cells: readonly string[] }[] = [],
): MappingFault[] {
  const cellsOf = (index: number) =>
    rows.map(({ cells }) => listedText(cells[index])).filter((cell) => cell !== "");
  const count = (field: TrainingField) => mapping.filter((mapped) => mapped === field).length;
  const faults: MappingFault[] = trainingFields
    .filter((field) => count(field) > 1 && !mayBeSeveral(field))
    .map((field) => ({ field, reason: "twice" }));
  const isBetween = count("starts") > 0 && count("ends") + count("date") > 0;
  const isMoment = mapping.some(
    (field, index) => (field === "starts" || field === "ends") && cellsOf(index).some(hasDay),
  );
  const unclear = header.find(
    (heading, index) => mapping[index] === null && mayBeWhen({ heading, cells: cellsOf(index) }),
  );
  if (count("title") === 0) faults.push({ field: "title", reason: "missing" });
  if (count("date") === 0 && !isMoment) faults.push({ field: "date", reason: "missing" });
  if (count("hours") === 0 && !isBetween) {
    faults.push(
      unclear === undefined
        ? { field: "hours", reason: "missing" }
        : { field: "hours", reason: "clock", heading: unclear },
    );
  }
  const hasName = count("name") > 0 || (count("givenName") > 0 && count("familyName") > 0);
  if (count("email") === 0 && !hasName) faults.push({ field: "email", reason: "missing" });
  for (const field of ["hours", "cost"] as const) {
    const heading = header[mapping.indexOf(field)] ?? "";
    if (isOtherMeasure(heading, field)) faults.push({ field, reason: "measure", heading });
  }
  return faults;
}

function hasDay(cell: string): boolean {
  return (timeOfDay(cell)?.day ?? "") !== "";
}

/** What several columns may be: each of them may say that a course wasn't completed. */
export function mayBeSeveral(field: TrainingField): boolean {
  return field === "status" || field === "absence";
}

const columnMeanings = [...trainingFields, "ignore"] as const;

/** The columns' meanings from fields `column:N`; null where none are given: then they are guessed. */
export function mappingFrom(fields: readonly (readonly [string, unknown])[]): ColumnMapping | null {
  const mapping: ColumnMapping = [];
  for (const [name, value] of fields) {
    const index = /^column:(\d{1,3})$/.exec(name)?.[1];
    if (index !== undefined) {
      mapping[Number(index)] = columnMeanings.find((meaning) => meaning === value) ?? null;
    }
  }
  return mapping.length > 0 ? Array.from(mapping, (field) => field ?? null) : null;
}

/** The columns' meanings as fields, to be sent along. */
export function columnFields(mapping: ColumnMapping): [name: string, value: string][] {
  return mapping.map((field, index) => [`column:${index}`, field ?? ""]);
}
