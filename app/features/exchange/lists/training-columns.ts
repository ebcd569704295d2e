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
 * Guesses by the headings; each meaning goes to the first column that fits it. What is called as the
 * day of completion is and holds yes and no says whether.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly { cells: readonly string[] }[] = [],
): ColumnMapping {
  const taken = new Set<TrainingField>();
  const meant = header.map((heading, index) => {
    const cells = rows.map((row) => row.cells[index]?.trim() ?? "").filter((cell) => cell !== "");
    const isYesOrNo = cells.length > 0 && cells.every((cell) => yesOrNo.test(cell));
    const fields = fieldsOf(heading).map((field) =>
      field === "date" && isYesOrNo ? "status" : field,
    );
    const field = fields.find((candidate) => !taken.has(candidate));
    if (field) taken.add(field);
    return field ?? null;
  });
  if (taken.has("date")) return meant;
  // A course of one day is often listed by its first.
  const start = header.findIndex((heading) => isHeading(heading, startHeadings));
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

/** Whether a heading says that its lengths of time are minutes. */
export function isInMinutes(heading: string): boolean {
  return /(?<!\p{L})min(?:\.|uter|utes?|s)?(?!\p{L})/iu.test(heading) || /minuter/i.test(heading);
}

function fieldsOf(heading: string): TrainingField[] {
  return trainingFields.filter(
    (field) =>
      isHeading(heading, headings[field]) ||
      (field === "date" && namesOf(heading).some((name) => completedHeading.test(name))),
  );
}

/** With what stands in brackets or without; of two languages either. */
function isHeading(heading: string, known: readonly string[]): boolean {
  return namesOf(heading).some((name) => known.includes(name));
}

function namesOf(heading: string): string[] {
  const bare = heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " ");
  return [heading, bare, ...bare.split(/[/|]/)].map(plainHeading);
}

function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\d]/gu, "");
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
