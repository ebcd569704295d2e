import { createHash } from "node:crypto";
import type { CsvRow } from "~/formats/csv-reader";
import { employedOn } from "~/features/organisation/employed";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { parseListedDate } from "~/formats/listed-date";
import { titleMax } from "~/features/training/records/training-limits";
import { removedNumber } from "./identity-numbers.server";
import type { ListedCompetence } from "~/features/competence/catalogue/competences.queries.server";
import type { ListedCourse } from "~/features/training/catalogue/titles.queries.server";
import type { ListAnswers } from "./list-answers.schema";
import { answerKey, personFinder, type ListedPerson } from "./listed-people.server";
import { competenceFinder, projectFinder, type ListedProject } from "./listed-names.server";
import { isCompletion } from "./guess-columns.server";
import { listedText } from "./listed-text";
import { isNoRow } from "./no-row.server";
import { plainStatus } from "./completion-status";
import { completionReader } from "./row-completion.server";
import { minutesFromTo, timeOfDay } from "./clock-times";
import { readCost, readMinutes } from "./listed-units.server";
import { amountUnit, lengthUnit, type AmountUnit, type LengthUnit } from "./heading-notes";
import type { ColumnMapping } from "./training-columns";
import { trainingFields, type TrainingField } from "./training-headings";

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

/**
 * One thing that is wrong with a row: where it stands, what stands there, and a reason's name.
 * `field` is null where it is the whole row, or a column without a meaning. `among` are those whom
 * a name may mean.
 */
export type RowFault = {
  row: number;
  field: TrainingField | null;
  /** Which column it is, where the field doesn't say. */
  column?: number;
  value: string;
  reason: FaultReason;
  among?: string;
};
export type FaultReason =
  | "empty"
  | "noPerson"
  | "severalPeople"
  | "unknownStatus"
  | "saysUnfinished"
  | "handOver"
  | "twoPeople"
  | "date"
  | "ambiguousDate"
  | "noSuchDate"
  | "dateOutOfBounds"
  | "future"
  | "notThere"
  | "hours"
  | "noHours"
  | "betweenTimes"
  | "manyHours"
  | "cost"
  | "largeCost"
  | "competence"
  | "project"
  | "projectNotThen"
  | "tooLong"
  | "personalNumber"
  | "repeated"
  | "otherLength"
  | "noRow"
  | "cells";

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
  /** Names that several people have; `key` is the answer's. */
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
  const asked = new Map<string, ListQuestions["people"][number]>();
  const ask = (name: string, people: readonly ListedPerson[]) => {
    const key = answerKey(name);
    asked.set(key, { key, name, people: [...people] });
  };
  const find = personFinder(known.people, { ...known.answers, ask });
  const headingOf = (field: TrainingField) => known.header[mapping.indexOf(field)] ?? "";
  const lengthsIn = lengthUnit(headingOf("hours"));
  const saysWhenDone = isCompletion(headingOf("date"));
  const amountsIn = amountUnit(headingOf("cost"));
  const words = new Map<string, ListQuestions["statuses"][number]>();
  const askWord = (heading: string, value: string) => {
    const key = plainStatus(value);
    if (!words.has(key) && key.length <= longestShown) words.set(key, { key, heading, value });
  };
  const { statuses } = known.answers;
  const completionIn = completionReader(known.header, mapping, { rows, statuses, ask: askWord });
  let unfinished = 0;
  const competenceOf = competenceFinder(known.competences);
  const projectOf = projectFinder(known.projects, known.answers);
  const reading = { find, competenceOf, projectOf, lengthsIn, amountsIn };
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
      continue;
    }
    const columnFault = (column: number, reason: FaultReason) => {
      const field = trainingFields.find((each) => each === mapping[column]) ?? null;
      const one = { row, field, column, value: shortened(listedText(cells[column])), reason };
      found.set(row, [...(found.get(row) ?? []), one]);
    };
    for (const column of unknown) columnFault(column, "unknownStatus");
    for (const column of against) columnFault(column, "saysUnfinished");
    // Its cells may stand under the wrong headings.
    if (cells.length > mapping.length) fault(null, "cells");
    const read = found.has(row) ? null : readRow({ ...reading, ...{ cell, fault }, ...known });
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
      people: [...asked.values()],
      statuses: [...words.values()],
      columns: doubted(open.flat(), known),
    },
  };
}

/** What an answer settles: see `ListQuestions`. */
function isQuestion({ reason }: RowFault): boolean {
  return [
    ...["ambiguousDate", "severalPeople", "unknownStatus", "saysUnfinished", "handOver", "noRow"],
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

type RowReading = {
  cell: (field: TrainingField) => string;
  fault: (field: TrainingField | null, reason: FaultReason, among?: string) => void;
  find: ReturnType<typeof personFinder>;
  competenceOf: (text: string) => { id: string; name: string } | null;
  projectOf: (text: string) => ListedProject | null;
  /** The unit of a length of time without one, null for hours. */
  lengthsIn: LengthUnit | null;
  /** The unit of an amount without one, null for kronor. */
  amountsIn: AmountUnit | null;
  answers: ListAnswers;
  today: string;
};

function readRow(reading: RowReading) {
  const { cell, fault, find, competenceOf, projectOf } = reading;
  const heldOn = readDate(dayOf(cell), reading, (reason) => fault("date", reason));
  const minutes = readLength(reading);
  const title = readTitle(cell("title"), (reason) => fault("title", reason));
  const costOre = readCost(cell("cost"), reading, (reason) => fault("cost", reason));
  const competence = competenceOf(cell("competence"));
  if (!competence && cell("competence")) fault("competence", "competence");
  const project = projectOf(cell("project"));
  if (!project && cell("project")) fault("project", "project");
  if (project && heldOn && !(project.startsOn <= heldOn && heldOn < project.endsBefore)) {
    fault("project", "projectNotThen", cell("project") ? undefined : project.code);
  }
  const person = readPerson(cell, find, fault);
  const employed = person && heldOn ? employedOn(person.placements, heldOn) : "then";
  if (!person || !heldOn || !minutes || !title) return null;
  return {
    employed,
    isHandOver: /^(?:kunskapsöverföring|hand-?\s?over)$/iu.test(cell("kind")),
    personId: person.id,
    personName: nameWithNote(person),
    title,
    heldOn,
    minutes,
    costOre,
    competence,
    project: project && { id: project.id, code: project.code },
  };
}

/** The day, or that of the moments between which it was. */
function dayOf(cell: RowReading["cell"]): string {
  const moment = [cell("ends"), cell("starts")].find((text) => timeOfDay(text)?.day);
  return cell("date") || (moment ?? "");
}

/** How long it took, or how long it was between two times of a day. */
function readLength({ cell, fault, ...units }: RowReading): number | null {
  const [starts, ends] = [cell("starts"), cell("ends") || cell("date")];
  if (cell("hours") !== "" || starts === "") {
    return readMinutes(cell("hours"), units, (reason) => fault("hours", reason));
  }
  const minutes = minutesFromTo(starts, ends);
  if (minutes === null) fault("starts", "betweenTimes");
  return minutes;
}

function readPerson(
  cell: RowReading["cell"],
  find: RowReading["find"],
  fault: RowReading["fault"],
): ListedPerson | null {
  const email = cell("email");
  const name = cell("name") || `${cell("givenName")} ${cell("familyName")}`.trim();
  const field = nameFields.find((candidate) => cell(candidate) !== "") ?? "email";
  if (!email && !name) {
    fault("email", "empty");
    return null;
  }
  if (holdsNumber(`${email} ${name}`)) {
    fault(nameFields.find((candidate) => holdsNumber(cell(candidate))) ?? field, "personalNumber");
    return null;
  }
  const { found, isTwo } = find(email, name);
  if (isTwo) {
    fault(field, "twoPeople", name);
    return null;
  }
  if (found.length === 1) return found[0] ?? null;
  const among = found.flatMap(({ note }) => note ?? []).join("; ");
  fault(field, found.length === 0 ? "noPerson" : "severalPeople", among);
  return null;
}

/** Where a person may be named, the surest first. */
const nameFields = ["email", "name", "familyName", "givenName"] as const;

function holdsNumber(text: string): boolean {
  return text.includes(removedNumber) || findPersonalIdentityNumber(text) !== null;
}

function readDate(
  text: string,
  { answers: { dayOrder }, today }: RowReading,
  fault: (reason: FaultReason) => void,
) {
  const read = parseListedDate(text, dayOrder);
  if (!read.ok) {
    fault(dateFaults[read.reason]);
    return null;
  }
  if (read.date > today) fault("future");
  return read.date;
}

const dateFaults = {
  empty: "empty",
  unreadable: "date",
  ambiguous: "ambiguousDate",
  "does-not-exist": "noSuchDate",
  "out-of-bounds": "dateOutOfBounds",
} as const;

function readTitle(title: string, fault: (reason: FaultReason) => void) {
  if (title === "") fault("empty");
  else if ([...title].length > titleMax) fault("tooLong");
  else if (holdsNumber(title)) fault("personalNumber");
  return title;
}

function keyOf(row: { personId: string; title: string; heldOn: string; minutes: number }): string {
  const known = [row.personId, row.title.toLocaleLowerCase("sv"), row.heldOn, row.minutes];
  return createHash("sha256").update(JSON.stringify(known)).digest("hex");
}
