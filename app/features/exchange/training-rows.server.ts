import { createHash } from "node:crypto";
import type { CsvRow } from "~/formats/csv-reader";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { parseTypedAmount, parseTypedDate, parseTypedDuration } from "~/formats/swedish-input";
import type { ColumnMapping, TrainingField } from "./training-columns";

export const longestTitle = 120;

export type ListedPerson = {
  id: string;
  email: string | null;
  name: string;
  joinedOn: string;
  leftOn: string | null;
};

/** A row that can be brought in. */
export type GoodRow = {
  row: number;
  personId: string;
  personName: string;
  title: string;
  heldOn: string;
  minutes: number;
  costOre: number | null;
  competenceId: string | null;
  /** Known again when the list is brought in once more. */
  sourceKey: string;
};

/** One thing that is wrong with a row: where it stands, what stands there, and a reason's name. */
export type RowFault = { row: number; field: TrainingField; value: string; reason: FaultReason };
export type FaultReason =
  | "empty"
  | "noPerson"
  | "severalPeople"
  | "date"
  | "noSuchDate"
  | "future"
  | "notThere"
  | "hours"
  | "noHours"
  | "cost"
  | "competence"
  | "tooLong"
  | "personalNumber"
  | "repeated";

export type ReadRows = { good: GoodRow[]; faults: RowFault[]; badRows: number };

type Known = {
  people: readonly ListedPerson[];
  competences: readonly { id: string; code: string; name: string }[];
  today: string;
};

/** Reads the rows of a training list; a row with any fault is not among the good ones. */
export function readTrainingRows(
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  known: Known,
): ReadRows {
  const find = personFinder(known.people);
  const seen = new Set<string>();
  const good: GoodRow[] = [];
  const faults: RowFault[] = [];
  const bad = new Set<number>();
  for (const { row, cells } of rows) {
    const cell = (field: TrainingField) => (cells[mapping.indexOf(field)] ?? "").trim();
    const fault = (field: TrainingField, reason: FaultReason) => {
      // An identity number is never shown again, nor stored.
      const value = reason === "personalNumber" ? "" : cell(field).slice(0, 80);
      faults.push({ row, field, value, reason });
      bad.add(row);
    };
    const read = readRow({ cell, fault, find, known });
    if (!read || bad.has(row)) continue;
    const sourceKey = keyOf(read);
    if (seen.has(sourceKey)) fault("title", "repeated");
    else good.push({ row, sourceKey, ...read });
    seen.add(sourceKey);
  }
  return { good, faults, badRows: bad.size };
}

type RowReading = {
  cell: (field: TrainingField) => string;
  fault: (field: TrainingField, reason: FaultReason) => void;
  find: ReturnType<typeof personFinder>;
  known: Known;
};

function readRow({ cell, fault, find, known }: RowReading) {
  const heldOn = readDate(cell("date"), known.today, (reason) => fault("date", reason));
  const minutes = readMinutes(cell("hours"), (reason) => fault("hours", reason));
  const title = readTitle(cell("title"), (reason) => fault("title", reason));
  const costOre = readCost(cell("cost"), () => fault("cost", "cost"));
  const competenceId = findCompetence(cell("competence"), known, () =>
    fault("competence", "competence"),
  );
  const person = readPerson(cell, find, fault);
  if (
    person &&
    heldOn &&
    (heldOn < person.joinedOn || (person.leftOn && heldOn >= person.leftOn))
  ) {
    fault("date", "notThere");
  }
  if (!person || !heldOn || !minutes || !title) return null;
  return {
    personId: person.id,
    personName: person.name,
    title,
    heldOn,
    minutes,
    costOre,
    competenceId,
  };
}

function readPerson(
  cell: RowReading["cell"],
  find: RowReading["find"],
  fault: RowReading["fault"],
): ListedPerson | null {
  const email = cell("email");
  const name = cell("name") || `${cell("givenName")} ${cell("familyName")}`.trim();
  const field = email
    ? "email"
    : cell("name")
      ? "name"
      : cell("familyName")
        ? "familyName"
        : "email";
  if (!email && !name) {
    fault("email", "empty");
    return null;
  }
  if (findPersonalIdentityNumber(`${email} ${name}`)) {
    fault(field, "personalNumber");
    return null;
  }
  const found = email ? find.byEmail(email) : find.byName(name);
  if (found.length === 1) return found[0] ?? null;
  fault(field, found.length === 0 ? "noPerson" : "severalPeople");
  return null;
}

/** Finds people by e-mail, or by name as "Given Family" or "Family, Given". */
function personFinder(people: readonly ListedPerson[]) {
  const byEmail = groupBy(people, ({ email }) => (email ?? "").toLowerCase());
  const byName = groupBy(people, ({ name }) => plainName(name));
  return {
    byEmail: (email: string) => byEmail.get(email.toLowerCase()) ?? [],
    byName: (name: string) => {
      const [family, given] = name.split(",");
      const turned = given === undefined ? name : `${given} ${family}`;
      return byName.get(plainName(turned)) ?? [];
    },
  };
}

function groupBy(people: readonly ListedPerson[], keyOfPerson: (person: ListedPerson) => string) {
  const groups = new Map<string, ListedPerson[]>();
  for (const person of people) {
    const key = keyOfPerson(person);
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}

/** Names that are compared: spaces folded, in lower case. */
export function plainName(name: string): string {
  return name.trim().replace(/\s+/g, " ").normalize("NFC").toLocaleLowerCase("sv");
}

function readDate(text: string, today: string, fault: (reason: FaultReason) => void) {
  const read = parseTypedDate(text);
  if (!read.ok) {
    fault(
      read.reason === "empty" ? "empty" : read.reason === "does-not-exist" ? "noSuchDate" : "date",
    );
    return null;
  }
  if (read.date > today) fault("future");
  return read.date;
}

function readMinutes(text: string, fault: (reason: FaultReason) => void) {
  const read = parseTypedDuration(text);
  if (!read.ok) {
    fault(read.reason === "empty" ? "empty" : "hours");
    return null;
  }
  if (read.minutes === 0) fault("noHours");
  return read.minutes;
}

function readTitle(text: string, fault: (reason: FaultReason) => void) {
  const title = text.replace(/\s+/g, " ").normalize("NFC");
  if (title === "") fault("empty");
  else if ([...title].length > longestTitle) fault("tooLong");
  else if (findPersonalIdentityNumber(title)) fault("personalNumber");
  return title;
}

function readCost(text: string, fault: () => void): number | null {
  if (text === "") return null;
  const read = parseTypedAmount(text);
  if (read.ok && read.amountOre >= 0) return read.amountOre;
  fault();
  return null;
}

function findCompetence(text: string, { competences }: Known, fault: () => void): string | null {
  if (text === "") return null;
  const wanted = plainName(text);
  const found = competences.find(({ code, name }) => code === wanted || plainName(name) === wanted);
  if (!found) fault();
  return found?.id ?? null;
}

function keyOf(row: { personId: string; title: string; heldOn: string; minutes: number }): string {
  const known = [row.personId, row.title.toLocaleLowerCase("sv"), row.heldOn, row.minutes];
  return createHash("sha256").update(JSON.stringify(known)).digest("hex");
}
