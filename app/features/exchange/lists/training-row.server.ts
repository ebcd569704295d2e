import { employedOn } from "~/features/organisation/employed";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { titleMax } from "~/features/training/records/training-limits";
import { isDamaged } from "~/formats/damaged-letters";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { removedNumber } from "./identity-numbers.server";
import type { ListAnswers } from "./list-answers.schema";
import type { ListedProject } from "./listed-names.server";
import type { ListedPerson, personFinder } from "./listed-people.server";
import { readCost, type Units } from "./listed-units.server";
import type { FaultReason } from "./row-fault";
import { readDay, readLength } from "./row-when.server";
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

/** Reads the cells of a row of a course; null where one of them has a fault, which is told. */
export function readRow(reading: RowReading) {
  const { cell, fault, find, competenceOf, projectOf } = reading;
  const heldOn = readDay(reading);
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

function readTitle(title: string, fault: (reason: FaultReason) => void) {
  if (title === "") fault("empty");
  else if ([...title].length > titleMax) fault("tooLong");
  else if (holdsNumber(title)) fault("personalNumber");
  else if (isDamaged(title)) fault("damaged");
  return title;
}
