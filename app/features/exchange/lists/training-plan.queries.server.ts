import { createHash } from "node:crypto";
import type { CsvReading, CsvRow } from "~/formats/csv-reader";
import { plainName } from "~/features/organisation/names/named-as";
import {
  peopleMeant,
  type MeantPerson,
  type PeopleReach,
} from "~/features/organisation/names/people-meant.queries.server";
import { listedCompetences } from "~/features/competence/catalogue/competences.queries.server";
import {
  projectsAroundUnits,
  type ProjectOfCodes,
} from "~/features/funding/projects/projects-around.queries.server";
import { coursesOfTitles } from "~/features/training/catalogue/titles.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { removedNumber } from "./identity-numbers.server";
import { guessColumns } from "./guess-columns.server";
import { mappingFaults, type ColumnMapping, type MappingFault } from "./training-columns";
import type { TrainingField } from "./training-headings";
import { matchTraining, type StandingTraining, type TrainingMatch } from "./training-match";
import { movedTraining } from "./training-moved";
import { noListAnswers, type ListAnswers } from "./list-answers.schema";
import { possibleNames } from "./listed-people.server";
import type { RowFault } from "./row-fault";
import { plainText } from "./plain-text";
import { listedText } from "./listed-text";
import { readTrainingRows, type GoodRow, type ListQuestions } from "./training-rows.server";

/** A list with what its columns mean; `mapping` null: as the headings suggest. */
export type TrainingList = {
  file: CsvReading;
  mapping: ColumnMapping | null;
  answers?: ListAnswers;
  /** Whose training may be brought in. */
  reach: PeopleReach;
  today: IsoDate;
};

export type TrainingPlan = {
  header: string[];
  mapping: ColumnMapping;
  mappingFaults: MappingFault[];
  rowCount: number;
  /** Rows that will be written. */
  added: GoodRow[];
  /** Of them: those that were here, and that somebody has taken back. */
  takenBack: GoodRow[];
  /** By the rows' numbers: what of them has nothing in its place, and comes again as the row. */
  returns: ReadonlyMap<number, string>;
  /** Rows that are dated before the person worked here: to look at, and written where said so. */
  early: GoodRow[];
  /** Rows that are here with other facts: left unless they are to replace. */
  changed: ChangedRow[];
  /** Good rows that are here already: from a list, or logged. */
  known: number;
  faults: RowFault[];
  badRows: number;
  /** Of rows that can be read in several ways, which are left out until somebody answers. */
  asked: RowFault[];
  askedRows: number;
  /** Rows of courses that the list says haven't been completed. */
  unfinished: number;
  answers: ListAnswers;
  questions: ListQuestions;
  /** The projects that the rows may be for. */
  projects: ProjectOfCodes[];
  /** Cells from which a personal identity number was taken out when the file was handed in. */
  removedNumbers: number;
};

const nothingRead = {
  ...{ added: [], takenBack: [], early: [], changed: [], faults: [], asked: [] },
  ...{
    returns: new Map<number, string>(),
    known: 0,
    badRows: 0,
    askedRows: 0,
    unfinished: 0,
    projects: [],
    questions: { dayOrder: false, people: [], statuses: [], columns: [] },
  },
};

/** A row, and what stands of it. */
export type ChangedRow = GoodRow & { before: StoredTraining };

/** What bringing in a training list would do. Reads only. */
export async function planTrainingImport(db: Db, list: TrainingList): Promise<TrainingPlan> {
  const { header, rows } = list.file;
  const mapping = mappingOf(list);
  const faults = mappingFaults(mapping, header, rows);
  const removedNumbers = countRemoved(rows);
  const { answers = noListAnswers, today } = list;
  const base = {
    ...{ header, mapping, mappingFaults: faults, rowCount: rows.length, removedNumbers, answers },
  };
  if (faults.length > 0) {
    return { ...base, ...nothingRead };
  }
  const { authorityId } = list.reach;
  const [people, competences, courses] = await Promise.all([
    peopleMeant(db, list.reach, { ...namesAndEmails(rows, mapping), today }),
    listedCompetences(db, authorityId),
    coursesOfTitles(db, authorityId, titlesIn(rows, mapping)),
  ]);
  const projects = await projectsFor(db, list, people);
  const known = { people, competences, courses, projects, header, answers, today };
  const { good, early, late, ...bad } = readTrainingRows(rows, mapping, known);
  const all = [...good, ...early, ...late];
  const stored = await storedTraining(db, all);
  const matched = withMoved(
    matchTraining(
      all.map(matchedRow),
      stored.filter(({ isTakenBack }) => !isTakenBack),
    ),
    stored,
  );
  const takenBack = matchTraining(
    good.map(matchedRow),
    stored.filter(({ isTakenBack }) => isTakenBack),
  );
  const wasHere = new Set(
    takenBack.flatMap(({ kind, row }) => (kind === "new" ? [] : [row.good.row])),
  );
  const returns = matchTraining(
    good.map(matchedRow),
    stored.filter(({ isTakenBack, isReplaced }) => isTakenBack && !isReplaced),
  ).flatMap((match) =>
    match.kind === "new" ? [] : [[match.row.good.row, match.standing.id] as const],
  );
  const fresh = new Set(matched.flatMap(({ kind, row }) => (kind === "new" ? [row.good] : [])));
  // A hand-over is its people's word, and comes from no list.
  const handOvers = [...good, ...early].filter((row) => row.isHandOver && fresh.has(row));
  const several = severalLengths([...good, ...early]).filter(
    (row) => fresh.has(row) && !row.isHandOver,
  );
  // Nobody learned after they had left; what is here already is no new word.
  const same = new Set(matched.flatMap(({ kind, row }) => (kind === "same" ? [row.good] : [])));
  const gone = late.filter((row) => !same.has(row));
  const left = new Set([...handOvers, ...several]);
  const isWritten = (row: GoodRow) => fresh.has(row) && !left.has(row);
  const added = good.filter(isWritten);
  return {
    ...{ ...base, ...bad, projects, added },
    faults: [...bad.faults, ...gone.map(goneFault)],
    badRows: bad.badRows + gone.length,
    asked: [...bad.asked, ...handOvers.map(handOverFault), ...several.map(lengthFault)],
    askedRows: bad.askedRows + left.size,
    early: early.filter(isWritten),
    takenBack: added.filter(({ row }) => wasHere.has(row)),
    returns: new Map(returns),
    changed: matched.flatMap((match) =>
      match.kind === "changed" && !late.includes(match.row.good)
        ? [{ ...match.row.good, before: match.standing }]
        : [],
    ),
    known: matched.filter(({ kind }) => kind === "same").length,
  };
}

/** Whom a list's rows may be of, each by id. */
export async function peopleOfList(db: Db, list: TrainingList): Promise<string[]> {
  const named = namesAndEmails(list.file.rows, mappingOf(list));
  const people = await peopleMeant(db, list.reach, { ...named, today: list.today });
  return people.map(({ id }) => id);
}

function mappingOf({ file: { header, rows }, mapping }: TrainingList): ColumnMapping {
  const given = mapping ?? guessColumns(header, rows);
  return header.map((_, index) => given[index] ?? null);
}

type Matched = TrainingMatch<ReturnType<typeof matchedRow>, StoredTraining>;

/** With what an earlier list brought on another day or by another title as another state of its row. */
function withMoved(matched: readonly Matched[], stored: readonly StoredTraining[]): Matched[] {
  const here = new Set(matched.flatMap((match) => (match.kind === "new" ? [] : [match.standing])));
  const fresh = matched.flatMap(({ kind, row }) =>
    kind === "new" && !row.good.isHandOver ? [row] : [],
  );
  const gone = stored.filter((record) => record.mayReplace && !here.has(record));
  const moved = movedTraining(fresh, gone);
  return matched.map((match) => {
    const standing = moved.get(match.row);
    return standing ? { kind: "changed", row: match.row, standing } : match;
  });
}

function goneFault({ row, heldOn }: GoodRow): RowFault {
  return { row, field: "date", value: heldOn, reason: "notThere" };
}

function handOverFault({ row, listedTitle }: GoodRow): RowFault {
  return { row, field: "kind", value: listedTitle, reason: "handOver" };
}

/** Rows of one person's course of a day, with other hours: one that was written twice, or two. */
function severalLengths(rows: readonly GoodRow[]): GoodRow[] {
  const keyOf = ({ personId, heldOn, courseId, title }: GoodRow) =>
    JSON.stringify([personId, heldOn, courseId ?? plainText(title)]);
  const count = new Map<string, number>();
  for (const row of rows) count.set(keyOf(row), (count.get(keyOf(row)) ?? 0) + 1);
  return rows.filter((row) => (count.get(keyOf(row)) ?? 0) > 1);
}

function lengthFault({ row, listedTitle }: GoodRow): RowFault {
  return { row, field: "hours", value: listedTitle, reason: "otherLength" };
}

/** The projects around the units in reach, and those where the list's people have worked. */
function projectsFor(db: Db, { reach, today }: TrainingList, people: readonly MeantPerson[]) {
  const worked = people.flatMap(({ placements }) => placements.map(({ unitId }) => unitId));
  const unitIds = reach.unitIds === "all" ? reach.unitIds : [...reach.unitIds, ...worked];
  return projectsAroundUnits(db, { authorityId: reach.authorityId, unitIds, today });
}

function matchedRow(good: GoodRow) {
  const { personId, heldOn, courseId, minutes, costOre, competence, project, sourceKey } = good;
  return {
    ...{ good, personId, heldOn, courseId, minutes, costOre, sourceKey },
    competenceId: competence?.id ?? null,
    projectId: project?.id ?? null,
    titles: [...new Set([good.title, good.listedTitle].map(plainText))],
  };
}

/**
 * A mark of what a plan would write: a person who has seen one plan agrees to no other. The project
 * that the whole list is said to be for is not in it: who writes says which, in the same act.
 */
export function trainingMark({ added, early, changed, badRows, askedRows }: Marked): string {
  const seen = [added, early, changed].map((rows) =>
    rows.map(({ sourceKey, costOre, competence }) => [sourceKey, costOre, competence?.id ?? null]),
  );
  return createHash("sha256")
    .update(JSON.stringify([...seen, badRows, askedRows]))
    .digest("hex");
}

type Marked = Pick<TrainingPlan, "added" | "early" | "changed" | "badRows" | "askedRows">;

function countRemoved(rows: readonly CsvRow[]): number {
  return rows.flatMap(({ cells }) => cells).filter((cell) => cell.includes(removedNumber)).length;
}

function namesAndEmails(rows: readonly CsvRow[], mapping: ColumnMapping) {
  const column = (field: TrainingField) => {
    const index = mapping.indexOf(field);
    return index < 0 ? [] : rows.map(({ cells }) => listedText(cells[index]));
  };
  const given = column("givenName");
  const full = column("familyName").map((family, index) => `${given[index] ?? ""} ${family}`);
  return {
    emails: [...new Set(column("email").map((email) => email.toLowerCase()))],
    names: [...new Set([...column("name").flatMap(possibleNames), ...full].map(plainName))],
  };
}

function titlesIn(rows: readonly CsvRow[], mapping: ColumnMapping): string[] {
  const index = mapping.indexOf("title");
  return [...new Set(rows.map(({ cells }) => listedText(cells[index])))];
}

/** `mayReplace`: a list brought it, and nobody has written it since. */
type StoredTraining = StandingTraining & {
  competence: string | null;
  project: string | null;
  isTakenBack: boolean;
  /** Another has taken its place. */
  isReplaced: boolean;
  mayReplace: boolean;
  /** The title as it was written. */
  called: string;
};

/** What may be the rows' training: of the same people and days or near them, or from an earlier list. */
async function storedTraining(db: Db, rows: readonly GoodRow[]): Promise<StoredTraining[]> {
  const distinct = (values: string[]) => [...new Set(values)];
  const stored = await db.$queryRaw<(Omit<StoredTraining, "called"> & { cost: bigint | null })[]>`
    select record.record_id as id, record.person_id as "personId",
      to_char(record.held_on, 'YYYY-MM-DD') as "heldOn", record.title,
      record.course_id as "courseId", record.minutes, record.cost_ore as cost,
      record.competence_id as "competenceId", competence.name as competence,
      record.project_id as "projectId", project.code as project,
      record.source_key as "sourceKey", record.is_taken_back as "isTakenBack",
      record.is_replaced as "isReplaced",
      record.from_list as "mayReplace"
    from training_like(${distinct(rows.map(({ personId }) => personId))}::uuid[],
      ${distinct(rows.map(({ heldOn }) => heldOn))}::date[],
      ${rows.map(({ sourceKey }) => sourceKey)}::text[]) record
    left join competences() competence on competence.id = record.competence_id
    left join projects() project on project.id = record.project_id
    order by record.record_id`;
  return stored.map(({ cost, ...record }) => ({
    ...record,
    called: record.title,
    title: plainText(record.title),
    costOre: cost === null ? null : Number(cost),
  }));
}
