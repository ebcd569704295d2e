import { employedOn } from "~/features/organisation/employed";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { titleMax } from "~/features/training/records/training-limits";
import { isDamaged } from "~/formats/damaged-letters";
import { parseListedDate } from "~/formats/listed-date";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { minutesFromTo, timeOfDay } from "./clock-times";
import { removedNumber } from "./identity-numbers.server";
import type { ListAnswers } from "./list-answers.schema";
import type { ListedProject } from "./listed-names.server";
import type { ListedPerson, personFinder } from "./listed-people.server";
import { readCost, readMinutes, type Units } from "./listed-units.server";
import type { TrainingField } from "./training-headings";

export type RowReading = Units & {
  cell: (field: TrainingField) => string;
  fault: (field: TrainingField | null, reason: FaultReason, among?: string) => void;
  find: ReturnType<typeof personFinder>;
  competenceOf: (text: string) => { id: string; name: string } | null;
  projectOf: (text: string) => ListedProject | null;
  answers: ListAnswers;
  today: string;
};

export type FaultReason =
  | "empty"
  | "noPerson"
  | "severalPeople"
  | "unknownStatus"
  | "saysUnfinished"
  | "handOver"
  | "twoPeople"
  | "otherName"
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
  | "otherMeasure"
  | "competence"
  | "project"
  | "projectNotThen"
  | "tooLong"
  | "damaged"
  | "personalNumber"
  | "repeated"
  | "otherLength"
  | "noRow"
  | "otherHeadings"
  | "cells";

/** Reads the cells of a row of a course; null where one of them has a fault, which is told. */
export function readRow(reading: RowReading) {
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
  const { found, doubt } = find(email, name);
  if (doubt !== null) {
    fault(field, doubt, name);
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
  else if (isDamaged(title)) fault("damaged");
  return title;
}
