import { createHash } from "node:crypto";
import { composed } from "~/terms/composed-text";
import type { CsvRow } from "~/formats/csv-reader";
import { employedOn } from "~/features/organisation/employed";
import { namedAs, plainName } from "~/features/organisation/names/named-as";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Stretch } from "~/features/organisation/stretches";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { parseTypedAmount, parseTypedDate, parseTypedDuration } from "~/formats/swedish-input";
import {
  costMaxKronor,
  courseMaxHours,
  titleMax,
} from "~/features/training/records/training-limits";
import { removedNumber } from "./identity-numbers.server";
import type { ColumnMapping, TrainingField } from "./training-columns";

export type ListedPerson = {
  id: string;
  email: string | null;
  name: string;
  /** What tells them from others of the same name. */
  note: string | null;
  /** When they worked here. */
  placements: Pick<Stretch, "startsOn" | "endsBefore">[];
};

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
  /** Known again when the list is brought in once more. */
  sourceKey: string;
};

/** A course that a list means by a title. */
export type ListedCourse = { listedTitle: string; id: string; title: string };

/**
 * One thing that is wrong with a row: where it stands, what stands there, and a reason's name.
 * `field` is null where it is the whole row. `among` are those whom a name may mean.
 */
export type RowFault = {
  row: number;
  field: TrainingField | null;
  value: string;
  reason: FaultReason;
  among?: string;
};
export type FaultReason =
  | "empty"
  | "noPerson"
  | "severalPeople"
  | "date"
  | "noSuchDate"
  | "dateOutOfBounds"
  | "future"
  | "notThere"
  | "hours"
  | "noHours"
  | "manyHours"
  | "cost"
  | "largeCost"
  | "competence"
  | "tooLong"
  | "personalNumber"
  | "repeated"
  | "cells";

export type ReadRows = {
  good: GoodRow[];
  /** Without fault, but dated before the person worked here, or between two times. */
  early: GoodRow[];
  faults: RowFault[];
  badRows: number;
};

type Known = {
  people: readonly ListedPerson[];
  competences: readonly { id: string; code: string; name: string }[];
  courses: readonly ListedCourse[];
  today: string;
};

/** Reads the rows of a training list; a row with any fault is not among the good ones. */
export function readTrainingRows(
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  known: Known,
): ReadRows {
  const find = personFinder(known.people);
  const competenceOf = competenceFinder(known.competences);
  const courses = new Map(known.courses.map((course) => [course.listedTitle, course]));
  const seen = new Set<string>();
  const good: GoodRow[] = [];
  const early: GoodRow[] = [];
  const faults: RowFault[] = [];
  const bad = new Set<number>();
  for (const { row, cells } of rows) {
    const cell = (field: TrainingField) => cellText(cells[mapping.indexOf(field)]);
    const fault: RowReading["fault"] = (field, reason, among) => {
      // An identity number is never shown again, nor stored.
      const value = reason === "personalNumber" || !field ? "" : shortened(cell(field));
      faults.push({ row, field, value, reason, ...(among && { among }) });
      bad.add(row);
    };
    // Its cells may stand under the wrong headings.
    if (cells.length > mapping.length) fault(null, "cells");
    const read = bad.has(row)
      ? null
      : readRow({ cell, fault, find, competenceOf, today: known.today });
    if (!read || bad.has(row)) continue;
    const { isEarly, ...rest } = read;
    const sourceKey = keyOf(rest);
    const course = courses.get(rest.title);
    const { title = rest.title, id: courseId = null } = course ?? {};
    // Of a course that is called by two of its titles each row is the same.
    const meant = keyOf({ ...rest, title });
    const listed = { row, sourceKey, ...rest, listedTitle: rest.title, title, courseId };
    if (seen.has(meant)) fault("title", "repeated");
    else (isEarly ? early : good).push(listed);
    seen.add(meant);
  }
  return { good, early, faults, badRows: bad.size };
}

/** A cell as one line of text: without control and invisible characters, spaces folded. */
export function cellText(cell: string | undefined): string {
  return composed(
    (cell ?? "")
      .replace(/\p{Cf}/gu, "")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  );
}

const longestShown = 80;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join("")}…` : text;
}

type RowReading = {
  cell: (field: TrainingField) => string;
  fault: (field: TrainingField | null, reason: FaultReason, among?: string) => void;
  find: ReturnType<typeof personFinder>;
  competenceOf: ReturnType<typeof competenceFinder>;
  today: string;
};

function readRow({ cell, fault, find, competenceOf, today }: RowReading) {
  const heldOn = readDate(cell("date"), today, (reason) => fault("date", reason));
  const minutes = readMinutes(cell("hours"), (reason) => fault("hours", reason));
  const title = readTitle(cell("title"), (reason) => fault("title", reason));
  const costOre = readCost(cell("cost"), (reason) => fault("cost", reason));
  const competence = competenceOf(cell("competence"));
  if (!competence && cell("competence")) fault("competence", "competence");
  const person = readPerson(cell, find, fault);
  const employed = person && heldOn ? employedOn(person.placements, heldOn) : "then";
  if (employed === "after") fault("date", "notThere");
  if (!person || !heldOn || !minutes || !title) return null;
  return {
    isEarly: employed !== "then",
    personId: person.id,
    personName: nameWithNote(person),
    title,
    heldOn,
    minutes,
    costOre,
    competence,
  };
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
  const found = find(email, name);
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

/**
 * Finds people by e-mail; those of whom no address is known, and those in lists without addresses,
 * by name (`namedAs`) as "Given Family" or "Family, Given".
 */
function personFinder(people: readonly ListedPerson[]) {
  const byEmail = groupBy(people, ({ email }) => (email ?? "").toLowerCase());
  const byName = groupBy(people, ({ name }) => plainName(name));
  return (email: string, name: string): readonly ListedPerson[] => {
    const written = turnedName(name);
    const named = name === "" ? [] : namedAs(byName.get(plainName(written)) ?? [], written);
    if (email === "") return named;
    return byEmail.get(email.toLowerCase()) ?? named.filter((person) => person.email === null);
  };
}

/** "Family, Given" as "Given Family". */
export function turnedName(name: string): string {
  const [family = "", given] = name.split(",");
  return given === undefined ? name : `${given} ${family}`;
}

function groupBy(people: readonly ListedPerson[], keyOfPerson: (person: ListedPerson) => string) {
  const groups = new Map<string, ListedPerson[]>();
  for (const person of people) {
    const group = groups.get(keyOfPerson(person));
    if (group) group.push(person);
    else groups.set(keyOfPerson(person), [person]);
  }
  return groups;
}

/** Texts that are compared: spaces folded, in lower case. */
export function plainText(text: string): string {
  return composed(text.trim().replace(/\s+/g, " ")).toLocaleLowerCase("sv");
}

function readDate(text: string, today: string, fault: (reason: FaultReason) => void) {
  const read = parseTypedDate(text);
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
  "does-not-exist": "noSuchDate",
  "out-of-bounds": "dateOutOfBounds",
} as const;

function readMinutes(text: string, fault: (reason: FaultReason) => void) {
  const read = parseTypedDuration(text);
  if (!read.ok) {
    fault(read.reason === "empty" ? "empty" : read.reason === "too-large" ? "manyHours" : "hours");
    return null;
  }
  if (read.minutes === 0) fault("noHours");
  if (read.minutes > courseMaxHours * 60) fault("manyHours");
  return read.minutes;
}

function readTitle(title: string, fault: (reason: FaultReason) => void) {
  if (title === "") fault("empty");
  else if ([...title].length > titleMax) fault("tooLong");
  else if (holdsNumber(title)) fault("personalNumber");
  return title;
}

function readCost(text: string, fault: (reason: FaultReason) => void): number | null {
  if (text === "") return null;
  const read = parseTypedAmount(text);
  if (!read.ok || read.amountOre < 0) {
    fault("cost");
    return null;
  }
  if (read.amountOre > costMaxKronor * 100) fault("largeCost");
  return read.amountOre;
}

/** Finds a competence by its code or its name; of two that are called the same, the first. */
function competenceFinder(competences: Known["competences"]) {
  const byName = new Map<string, { id: string; name: string }>();
  for (const { id, code, name } of competences) {
    for (const key of [plainText(code), plainText(name)]) {
      if (!byName.has(key)) byName.set(key, { id, name });
    }
  }
  return (text: string) => (text === "" ? null : (byName.get(plainText(text)) ?? null));
}

function keyOf(row: { personId: string; title: string; heldOn: string; minutes: number }): string {
  const known = [row.personId, row.title.toLocaleLowerCase("sv"), row.heldOn, row.minutes];
  return createHash("sha256").update(JSON.stringify(known)).digest("hex");
}
