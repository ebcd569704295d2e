import { createHash } from "node:crypto";
import type { CsvRow } from "~/formats/csv-reader";
import type { ListedCompetence } from "~/features/competence/catalogue/competences.queries.server";
import type { ListedCourse } from "~/features/training/catalogue/titles.queries.server";
import type { ListAnswers } from "./list-answers.schema";
import { answerKey, personFinder, type ListedPerson } from "./listed-people.server";
import { competenceFinder, projectFinder, type ListedProject } from "./listed-names.server";
import { isCompletion, isListHeader } from "./guess-columns.server";
import { listedText } from "./listed-text";
import { isNoRow, isOtherHeader } from "./no-row.server";
import { plainStatus } from "./completion-status";
import { completionReader } from "./row-completion.server";
import type { FaultReason, RowFault } from "./row-fault";
import { readRow, type RowReading } from "./training-row.server";
import type { ColumnMapping } from "./training-columns";
import { trainingFields, type TrainingField } from "./training-headings";
import { unitReader } from "./unit-columns.server";

/** A row that can be brought in. */
export type GoodRow = {
  row: number;
  personId: string;
  personName: string;
  /** The course of the catalogue that the list's title leads to, by a former title too. */
  courseId: string | null;
  /** The course's present title; the list's own where it leads to none. */
  title: string;
  /** As the list has it. */
  listedTitle: string;
  heldOn: string;
  minutes: number;
  costOre: number | null;
  competence: { id: string; name: string } | null;
  /** For which project it is; null for none. */
  project: { id: string; code: string } | null;
  /** As our own list calls a hand-over's part. */
  isHandOver: boolean;
  /** Known again when the list is brought in once more. */
  sourceKey: string;
};

export type ReadRows = {
  good: GoodRow[];
  /** Without fault, but dated before the person worked here, or between two times. */
  early: GoodRow[];
  /** Without fault, but dated after the person's last day: a fault unless they are here already. */
  late: GoodRow[];
  faults: RowFault[];
  badRows: number;
  /** Of rows that nothing is wrong with, but which can be read in several ways until somebody answers. */
  asked: RowFault[];
  askedRows: number;
  /** Rows of courses that the list says haven't been completed. */
  unfinished: number;
  questions: ListQuestions;
};

/** What only a person can tell of a list, answered or not. */
export type ListQuestions = {
  /** Some dates may be two days. */
  dayOrder: boolean;
  /** Names that several people have, or not quite whose address stands beside; `key` is the answer's. */
  people: { key: string; name: string; people: ListedPerson[] }[];
  /** Words that don't say whether a course was completed, an empty one too; `key` is the answer's. */
  statuses: { key: string; heading: string; value: string }[];
  /** Columns without a meaning that say of some rows, in these words, that they weren't completed. */
  columns: { index: number; heading: string; values: string[] }[];
};

type Known = {
  header: readonly string[];
  answers: ListAnswers;
  people: readonly ListedPerson[];
  competences: readonly ListedCompetence[];
  courses: readonly ListedCourse[];
  projects: readonly ListedProject[];
  today: string;
};

/** Reads the rows of a training list; a row with any fault is not among the good ones. */
export function readTrainingRows(
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  known: Known,
): ReadRows {
  const asked = new Map<string, { name: string; people: Set<ListedPerson> }>();
  const ask = (name: string, people: readonly ListedPerson[]) => {
    const key = answerKey(name);
    const among = asked.get(key)?.people ?? new Set();
    for (const person of people) among.add(person);
    asked.set(key, { name, people: among });
  };
  const find = personFinder(known.people, { ...known.answers, ask });
  const headingOf = (field: TrainingField) => known.header[mapping.indexOf(field)] ?? "";
  const saysWhenDone = isCompletion(headingOf("date"));
  const unitsIn = unitReader(known.header, mapping, rows);
  const words = new Map<string, ListQuestions["statuses"][number]>();
  const askWord = (heading: string, value: string) => {
    const key = plainStatus(value);
    if (!words.has(key) && key.length <= longestShown) words.set(key, { key, heading, value });
  };
  const { statuses } = known.answers;
  const completionIn = completionReader(known.header, mapping, { rows, statuses, ask: askWord });
  let unfinished = 0;
  // Below headings in another order than the first.
  let isTurned = false;
  const competenceOf = competenceFinder(known.competences);
  const projectOf = projectFinder(known.projects, known.answers);
  const reading = { find, competenceOf, projectOf };
  const courses = new Map(known.courses.map((course) => [course.listedTitle, course]));
  const seen = new Set<string>();
  const good: GoodRow[] = [];
  const early: GoodRow[] = [];
  const late: GoodRow[] = [];
  const found = new Map<number, RowFault[]>();
  for (const { row, cells } of rows) {
    const cell = (field: TrainingField) => listedText(cells[mapping.indexOf(field)]);
    const { completion, isSaid, unknown, against } = completionIn(cells);
    const isUndated = cell("date") === "" && cell("title") !== "";
    // A list that says when courses were completed leaves it open, and says nothing else.
    if (completion === "unfinished" || (saysWhenDone && isUndated && !isSaid)) {
      unfinished += 1;
      continue;
    }
    const fault: RowReading["fault"] = (field, reason, among) => {
      // An identity number is never shown again, nor stored.
      const value = reason === "personalNumber" || !field ? "" : shortened(cell(field));
      const one = { row, field, value, reason, ...(among && { among }) };
      found.set(row, [...(found.get(row) ?? []), one]);
    };
    if (isNoRow(cells, { ...known, mapping })) {
      fault(null, "noRow");
      isTurned = isListHeader(cells) ? isOtherHeader(cells, mapping) : isTurned;
      continue;
    }
    if (isTurned) {
      fault(null, "otherHeadings");
      continue;
    }
    const columnFault = (column: number, reason: FaultReason) => {
      const field = trainingFields.find((each) => each === mapping[column]) ?? null;
      const one = { row, field, column, value: shortened(listedText(cells[column])), reason };
      found.set(row, [...(found.get(row) ?? []), one]);
    };
    for (const column of unknown) columnFault(column, "unknownStatus");
    for (const column of against) columnFault(column, "saysUnfinished");
    const { unknown: measures, ...units } = unitsIn(cells);
    for (const column of measures) columnFault(column, "otherMeasure");
    // Its cells may stand under the wrong headings.
    if (cells.length > mapping.length) fault(null, "cells");
    const read = found.has(row)
      ? null
      : readRow({ ...reading, ...units, ...{ cell, fault }, ...known });
    if (!read || found.has(row)) continue;
    const { employed, ...rest } = read;
    const sourceKey = keyOf(rest);
    const course = courses.get(rest.title);
    const { title = rest.title, id: courseId = null } = course ?? {};
    // Of a course that is called by two of its titles each row is the same.
    const meant = keyOf({ ...rest, title });
    const listed = { row, sourceKey, ...rest, listedTitle: rest.title, title, courseId };
    if (seen.has(meant)) fault("title", "repeated");
    else if (employed === "then") good.push(listed);
    else (employed === "after" ? late : early).push(listed);
    seen.add(meant);
  }
  const rowsOf = (isAsked: boolean) =>
    [...found.values()].filter((row) => row.every(isQuestion) === isAsked);
  const dayOrder =
    known.answers.dayOrder !== null ||
    [...found.values()].flat().some(({ reason }) => reason === "ambiguousDate");
  const [bad, open] = [rowsOf(false), rowsOf(true)];
  return {
    ...{ good, early, late, unfinished, faults: bad.flat(), badRows: bad.length },
    ...{ asked: open.flat(), askedRows: open.length },
    questions: {
      dayOrder,
      people: [...asked].map(([key, { name, people }]) => ({ key, name, people: [...people] })),
      statuses: [...words.values()],
      columns: doubted(open.flat(), known),
    },
  };
}

/** What an answer settles: see `ListQuestions`. */
function isQuestion({ reason }: RowFault): boolean {
  return [
    ...[
      "ambiguousDate",
      "severalPeople",
      "otherName",
      "unknownStatus",
      "saysUnfinished",
      "handOver",
      "noRow",
    ],
  ].includes(reason);
}

/** The columns without a meaning that rows are asked about for, each once. */
function doubted(asked: readonly RowFault[], { header }: Known): ListQuestions["columns"] {
  const speaking = asked.filter(({ reason }) => reason === "saysUnfinished");
  return header.flatMap((heading, index) => {
    const values = speaking.flatMap(({ column, value }) => (column === index ? [value] : []));
    const few = [...new Set(values)].slice(0, mostValues);
    return few.length > 0 ? [{ index, heading, values: few }] : [];
  });
}

const mostValues = 3;

const longestShown = 80;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join("")}…` : text;
}

function keyOf(row: { personId: string; title: string; heldOn: string; minutes: number }): string {
  const known = [row.personId, row.title.toLocaleLowerCase("sv"), row.heldOn, row.minutes];
  return createHash("sha256").update(JSON.stringify(known)).digest("hex");
}
