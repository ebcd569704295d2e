import { bestColumn, holds, isDay, type Column } from "./best-column.server";
import { mayBeWhen, timeOfDay, type HeadedCells } from "./clock-times";
import { completionOf, isMark } from "./completion-status";
import { isHeadingOf, plainHeading } from "./heading-notes";
import { listedText } from "./listed-text";
import { asksGrade, asksProgress } from "./status-headings";
import { mayBeSeveral, type ColumnMapping } from "./training-columns";
import {
  bareCompletion,
  completedHeading,
  headings,
  numberedDay,
  startHeadings,
  timeHeadings,
  trainingFields,
  type TrainingField,
} from "./training-headings";

/**
 * Guesses by the headings. Of several columns that fit one meaning the one has it whose cells do, then
 * whose heading says it most exactly, then the first. What is called as the day of completion is and
 * holds yes and no says whether. Every column that holds a status is one.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly { cells: readonly string[] }[] = [],
): ColumnMapping {
  const named = header.map((heading, index) => {
    const cells = rows.map((row) => listedText(row.cells[index])).filter((cell) => cell !== "");
    const said = fieldsOf(heading)
      .filter((field) => !isOnlyWhen(field, { heading, cells }))
      .flatMap((field) => (field === "date" ? whenOrWhether({ heading, cells }) : field));
    const byCells = fieldByCells(heading, cells);
    const fields = byCells ? [...said, byCells] : said;
    return { index, name: plainHeading(heading), fields, cells };
  });
  const stamps = stampsOfForm(named);
  const columns = named.map((each) =>
    stamps.includes(each.index) ? { ...each, fields: [] } : each,
  );
  const meant: ColumnMapping = header.map(() => null);
  for (const field of trainingFields.filter((each) => !isOfClock(each))) {
    const free = columns.filter(({ index, fields }) => !meant[index] && fields.includes(field));
    const best = bestColumn(field, free);
    const others = mayBeSeveral(field) ? free.filter((each) => holds(field, each)) : [];
    for (const { index } of best ? [best, ...others] : []) meant[index] = field;
  }
  const clocked = meant.includes("hours") ? meant : withClocks(header, columns, meant);
  if (clocked.includes("date") || saysDay(clocked, columns)) return clocked;
  const last = lastOfDays(columns, rows.length);
  if (last !== null) return clocked.map((field, index) => (index === last ? "date" : field));
  // A course of one day is often listed by its first.
  const start = header.findIndex(
    (heading, index) =>
      !stamps.includes(index) &&
      isHeadingOf(heading, "date", (name) => startHeadings.includes(name)),
  );
  return clocked.map((field, index) => (index === start ? "date" : field));
}

/** The last of a course's days, where each row has all of them. */
function lastOfDays(columns: readonly Column[], rowCount: number): number | null {
  const days = columns.filter((each) => numberedDay.test(each.name) && holds("date", each));
  const isWhole = days.every(({ cells }) => cells.length === rowCount);
  return isWhole ? (days.at(-1)?.index ?? null) : null;
}

/** When a form was filled in: none of a course's days where another column may be. */
function stampsOfForm(columns: readonly Column[]): number[] {
  const stamps = columns.filter(({ name }) => /^(?:start|completion|lastmodified)time$/.test(name));
  const isForm = ["starttime", "completiontime"].every((name) =>
    stamps.some((stamp) => stamp.name === name),
  );
  const hasDay = columns.some((each) => !stamps.includes(each) && holds("date", each));
  return isForm && hasDay ? stamps.map(({ index }) => index) : [];
}

function isOfClock(field: TrainingField): field is "starts" | "ends" {
  return field === "starts" || field === "ends";
}

/**
 * With the columns between whose times a course was, where both are there: the day on which it ended
 * may say when. A form is filled in from its start to its completion: that is no course.
 */
function withClocks(
  header: readonly string[],
  columns: readonly (Column & { fields: TrainingField[] })[],
  meant: ColumnMapping,
): ColumnMapping {
  const [starts, ends] = (["starts", "ends"] as const).map((field) =>
    bestColumn(
      field,
      columns.filter(
        (each) => !meant[each.index] && each.fields.includes(field) && mayHold(field, each),
      ),
    ),
  );
  const date = columns[meant.indexOf("date")];
  const isEnd =
    date !== undefined && mayHold("ends", date) && !isCompletion(header[date.index] ?? "");
  if (!starts || !(ends ?? isEnd)) return meant;
  return meant.map((field, index) => {
    if (index === starts.index) return "starts";
    return index === ends?.index ? "ends" : field;
  });
}

function mayHold(field: TrainingField, column: Column): boolean {
  return column.cells.length === 0 || holds(field, column);
}

/** Whether the times of a clock stand behind their days. */
function saysDay(mapping: ColumnMapping, columns: readonly Column[]): boolean {
  const clocks = columns.filter(({ index }) => mapping[index] === "starts");
  return clocks.some(({ cells }) => isMost(cells, (cell) => (timeOfDay(cell)?.day ?? "") !== ""));
}

/** A time of the day is neither a day nor a length. */
function isOnlyWhen(field: TrainingField, { heading, cells }: HeadedCells): boolean {
  if (field === "hours") return mayBeWhen({ heading, cells });
  return field === "date" && cells.length > 0 && cells.every((cell) => timeOfDay(cell)?.day === "");
}

/**
 * What is called as a completion is says when, or whether: by its cells. Under a bare word of
 * completion some days among other words may be either.
 */
function whenOrWhether({ heading, cells }: HeadedCells): TrainingField[] {
  if (cells.length === 0) return ["date"];
  if (cells.every(saysWhether)) return ["status"];
  const days = cells.filter(isDay).length;
  if (!isBareCompletion(heading) || days * 2 > cells.length) return ["date"];
  return days > 0 ? ["date", "status"] : ["status"];
}

function isBareCompletion(heading: string): boolean {
  return isHeadingOf(heading, "date", (name) => bareCompletion.test(name));
}

/** Whether a cell says whether a course was completed, and not when. */
function saysWhether(cell: string): boolean {
  if (isMark(cell)) return true;
  return !isDay(cell) && completionOf(cell) !== "unknown";
}

/** What a heading may be, and is where most cells are of it. */
function fieldByCells(heading: string, cells: readonly string[]): TrainingField | null {
  if (isHeadingOf(heading, "hours", (name) => timeHeadings.includes(name))) {
    return isMost(cells, (cell) => /\d ?(?:h|t|m|s)/iu.test(cell)) ? "hours" : null;
  }
  return isStatusByCells(heading, cells) ? "status" : null;
}

function isMost(cells: readonly string[], isOne: (cell: string) => boolean): boolean {
  return cells.filter(isOne).length * 2 > cells.length;
}

/** Grades and shares of a course are a status where most cells can be one: points are none. */
function isStatusByCells(heading: string, cells: readonly string[]): boolean {
  const ofProgress = asksProgress(heading);
  if (!ofProgress && !asksGrade(heading)) return false;
  return isMost(cells, (cell) =>
    /^[\d.,\s%]+$/u.test(cell) ? ofProgress : completionOf(cell) !== "unknown",
  );
}

/** Whether a row is the headings of a list: it names who, what, when or how long at least twice. */
export function isListHeader(cells: readonly string[]): boolean {
  if (chosenBy.test(cells.find((cell) => cell.trim() !== "") ?? "")) return false;
  const named = new Set(cells.flatMap((cell) => fieldsOf(cell).slice(0, 1)));
  return telling.filter((field) => named.has(field)).length >= 2;
}

/** Whether a heading is that of the day on which something was completed. */
export function isCompletion(heading: string): boolean {
  return isHeadingOf(
    heading,
    "date",
    (name) =>
      completedHeading.test(name) || (headings.date.includes(name) && name.includes("complet")),
  );
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
