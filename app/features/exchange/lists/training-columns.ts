import { bestColumn } from "./best-column";
import { isHeadingOf, plainHeading } from "./heading-notes";
import { listedText } from "./listed-text";
import {
  completedHeading,
  headings,
  startHeadings,
  trainingFields,
  type TrainingField,
} from "./training-headings";

/** The meaning of each column, in the file's order; null for those that aren't used. */
export type ColumnMapping = (TrainingField | null)[];

/**
 * Guesses by the headings. Of several columns that fit one meaning the one has it whose cells do, then
 * whose heading says it most exactly, then the first. What is called as the day of completion is and
 * holds yes and no says whether.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly { cells: readonly string[] }[] = [],
): ColumnMapping {
  const columns = header.map((heading, index) => {
    const cells = rows.map((row) => listedText(row.cells[index])).filter((cell) => cell !== "");
    const isYesOrNo = cells.length > 0 && cells.every((cell) => yesOrNo.test(cell));
    const fields = fieldsOf(heading).map((field) =>
      field === "date" && isYesOrNo ? "status" : field,
    );
    return { index, name: plainHeading(heading), fields, cells };
  });
  const meant: ColumnMapping = header.map(() => null);
  for (const field of trainingFields) {
    const free = columns.filter(({ index, fields }) => !meant[index] && fields.includes(field));
    const best = bestColumn(field, free);
    if (best) meant[best.index] = field;
  }
  if (meant.includes("date")) return meant;
  // A course of one day is often listed by its first.
  const start = header.findIndex((heading) =>
    isHeadingOf(heading, "date", (name) => startHeadings.includes(name)),
  );
  return meant.map((field, index) => (index === start ? "date" : field));
}

const yesOrNo = /^(?:ja|nej|j|n|yes|no|y|sant|falskt|true|false)$/iu;

/** Whether a row is the headings of a list: it names who, what, when or how long at least twice. */
export function isListHeader(cells: readonly string[]): boolean {
  if (chosenBy.test(cells.find((cell) => cell.trim() !== "") ?? "")) return false;
  const named = new Set(cells.flatMap((cell) => fieldsOf(cell).slice(0, 1)));
  return telling.filter((field) => named.has(field)).length >= 2;
}

/** What a list is read by; the others stand above lists, too, to say what was chosen. */
const telling: readonly TrainingField[] = [
  ...(["email", "name", "givenName", "familyName", "title", "date", "hours"] as const),
];

/** How a row begins that says by what a list was chosen. */
const chosenBy = /^\s*(?:filt(?:er|rer)|urval|sökvillkor|villkor|criteria|selection)/iu;

function fieldsOf(heading: string): TrainingField[] {
  return trainingFields.filter((field) =>
    isHeadingOf(
      heading,
      field,
      (name) => headings[field].includes(name) || (field === "date" && completedHeading.test(name)),
    ),
  );
}

export type MappingFault = { field: TrainingField; reason: "missing" | "twice" };

/** What a mapping lacks: who, what, when and how long must all be there, each once. */
export function mappingFaults(mapping: ColumnMapping): MappingFault[] {
  const count = (field: TrainingField) => mapping.filter((mapped) => mapped === field).length;
  const faults: MappingFault[] = trainingFields
    .filter((field) => count(field) > 1)
    .map((field) => ({ field, reason: "twice" }));
  for (const field of ["title", "date", "hours"] as const) {
    if (count(field) === 0) faults.push({ field, reason: "missing" });
  }
  const hasName = count("name") > 0 || (count("givenName") > 0 && count("familyName") > 0);
  if (count("email") === 0 && !hasName) faults.push({ field: "email", reason: "missing" });
  return faults;
}

/** The columns' meanings from fields `column:N`; null where none are given: then they are guessed. */
export function mappingFrom(fields: readonly (readonly [string, unknown])[]): ColumnMapping | null {
  const mapping: ColumnMapping = [];
  for (const [name, value] of fields) {
    const index = /^column:(\d{1,3})$/.exec(name)?.[1];
    if (index !== undefined) {
      mapping[Number(index)] = trainingFields.find((field) => field === value) ?? null;
    }
  }
  return mapping.length > 0 ? Array.from(mapping, (field) => field ?? null) : null;
}

/** The columns' meanings as fields, to be sent along. */
export function columnFields(mapping: ColumnMapping): [name: string, value: string][] {
  return mapping.map((field, index) => [`column:${index}`, field ?? ""]);
}
