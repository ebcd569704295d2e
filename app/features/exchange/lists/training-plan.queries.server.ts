import { createHash } from "node:crypto";
import type { CsvRow } from "~/formats/csv-reader";
import { plainName } from "~/features/organisation/names/named-as";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { stretchesOf } from "~/features/organisation/stretches.queries.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { removedNumber } from "./identity-numbers.server";
import {
  guessColumns,
  mappingFaults,
  type ColumnMapping,
  type MappingFault,
  type TrainingField,
} from "./training-columns";
import { readList } from "./read-list.server";
import { matchTraining, type StandingTraining } from "./training-match";
import { noListAnswers, type ListAnswers } from "./list-answers.schema";
import { possibleNames, type ListedPerson } from "./listed-people.server";
import { plainText } from "./plain-text";
import {
  listedText,
  readTrainingRows,
  type GoodRow,
  type ListQuestions,
  type ListedCourse,
  type RowFault,
} from "./training-rows.server";

/** Whose training may be brought in: everybody's, or that of the people of some units. */
export type PeopleReach = { authorityId: string; unitIds: string[] | "all" };

/** A list with what its columns mean; `mapping` null: as the headings suggest. */
export type TrainingList = {
  bytes: Uint8Array;
  mapping: ColumnMapping | null;
  answers?: ListAnswers;
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
  /** Rows that are dated before the person worked here: to look at, and written where said so. */
  early: GoodRow[];
  /** Rows that are here with other hours, cost or competence: left unless they are to replace. */
  changed: ChangedRow[];
  /** Good rows that are here already: from a list, or logged. */
  known: number;
  faults: RowFault[];
  badRows: number;
  /** Rows of courses that the list says haven't been completed. */
  unfinished: number;
  answers: ListAnswers;
  questions: ListQuestions;
  /** Cells from which a personal identity number was taken out when the file was handed in. */
  removedNumbers: number;
};

const nothingRead = {
  ...{ added: [], takenBack: [], early: [], changed: [], faults: [] },
  ...{ known: 0, badRows: 0, unfinished: 0, questions: { dayOrder: false, people: [] } },
};

/** A row, and what stands of it. */
export type ChangedRow = GoodRow & { before: StoredTraining };

/** What bringing in a training list would do. Reads only. */
export async function planTrainingImport(db: Db, list: TrainingList): Promise<TrainingPlan> {
  const { header, rows } = readList(list.bytes);
  const guessed = guessColumns(header);
  const mapping = header.map((_, index) => (list.mapping ?? guessed)[index] ?? null);
  const faults = mappingFaults(mapping);
  const removedNumbers = countRemoved(rows);
  const { answers = noListAnswers, today } = list;
  const base = {
    ...{ header, mapping, mappingFaults: faults, rowCount: rows.length, removedNumbers, answers },
  };
  if (faults.length > 0) {
    return { ...base, ...nothingRead };
  }
  const [people, competences, courses] = await Promise.all([
    findPeople(db, list, namesAndEmails(rows, mapping)),
    db.competence.findMany({
      where: { authorityId: list.reach.authorityId },
      select: { id: true, code: true, name: true },
    }),
    findCourses(db, list.reach.authorityId, titlesIn(rows, mapping)),
  ]);
  const known = { people, competences, courses, header, answers, today };
  const { good, early, ...bad } = readTrainingRows(rows, mapping, known);
  const all = [...good, ...early];
  const stored = await storedTraining(db, all);
  const matched = matchTraining(
    all.map(matchedRow),
    stored.filter(({ isTakenBack }) => !isTakenBack),
  );
  const takenBack = matchTraining(
    good.map(matchedRow),
    stored.filter(({ isTakenBack }) => isTakenBack),
  );
  const wasHere = new Set(
    takenBack.flatMap(({ kind, row }) => (kind === "new" ? [] : [row.good.row])),
  );
  const fresh = new Set(matched.flatMap(({ kind, row }) => (kind === "new" ? [row.good] : [])));
  const added = good.filter((row) => fresh.has(row));
  return {
    ...{ ...base, ...bad, added },
    early: early.filter((row) => fresh.has(row)),
    takenBack: added.filter(({ row }) => wasHere.has(row)),
    changed: matched.flatMap((match) =>
      match.kind === "changed" ? [{ ...match.row.good, before: match.standing }] : [],
    ),
    known: matched.filter(({ kind }) => kind === "same").length,
  };
}

function matchedRow(good: GoodRow) {
  const { personId, heldOn, courseId, minutes, costOre, competence, sourceKey } = good;
  return {
    ...{ good, personId, heldOn, courseId, minutes, costOre, sourceKey },
    competenceId: competence?.id ?? null,
    titles: [...new Set([good.title, good.listedTitle].map(plainText))],
  };
}

/** A mark of what a plan would write: a person who has seen one plan agrees to no other. */
export function trainingMark({
  added,
  early,
  changed,
  badRows,
}: Pick<TrainingPlan, "added" | "early" | "changed" | "badRows">): string {
  const seen = [added, early, changed].map((rows) =>
    rows.map(({ sourceKey, costOre, competence }) => [sourceKey, costOre, competence?.id ?? null]),
  );
  return createHash("sha256")
    .update(JSON.stringify([...seen, badRows]))
    .digest("hex");
}

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

/** The courses of the catalogue that titles lead to, see `course_of_title`. */
function findCourses(db: Db, authorityId: string, titles: string[]): Promise<ListedCourse[]> {
  return db.$queryRaw<ListedCourse[]>`
    select listed.title as "listedTitle", course.id, course.title
    from unnest(${titles}::text[]) as listed (title)
    cross join lateral course_of_title(${authorityId}::uuid, listed.title) known
    join course on course.id = known.course_id`;
}

async function findPeople(
  db: Db,
  { reach: { authorityId, unitIds }, today }: { reach: PeopleReach; today: IsoDate },
  { emails, names }: { emails: string[]; names: string[] },
): Promise<ListedPerson[]> {
  const units = unitIds === "all" ? null : unitIds;
  const people = await db.$queryRaw<{ id: string; email: string | null }[]>`
    select id, email from person
    where authority_id = ${authorityId}::uuid
      and (${units === null} or id in (
        select person_id from seen_through(${today}::date)
        where unit_id = any(${units ?? []}::uuid[])))
      and (lower(email) = any(${emails}::text[])
        or plain_name = any(${names}::text[]))`;
  const ids = people.map(({ id }) => id);
  const [named, stretches] = await Promise.all([namesOf(db, ids, today), stretchesOf(db, ids)]);
  return people.map(({ id, email }) => ({
    ...{ id, email, name: "", note: null },
    ...named.get(id),
    placements: stretches.get(id) ?? [],
  }));
}

/** `mayReplace`: a list brought it, and nobody has written it since. */
type StoredTraining = StandingTraining & {
  competence: string | null;
  isTakenBack: boolean;
  mayReplace: boolean;
};

/** What may be the rows' training: of the same people and days, or from an earlier list. */
async function storedTraining(db: Db, rows: readonly GoodRow[]): Promise<StoredTraining[]> {
  const distinct = (values: string[]) => [...new Set(values)];
  const stored = await db.$queryRaw<(StoredTraining & { cost: bigint | null })[]>`
    select record.id, record.person_id as "personId",
      to_char(record.held_on, 'YYYY-MM-DD') as "heldOn", record.title,
      record.course_id as "courseId", record.minutes, record.cost_ore as cost,
      record.competence_id as "competenceId", competence.name as competence,
      record.source_key as "sourceKey", record.status = 'withdrawn' as "isTakenBack",
      record.source_type is not distinct from 'import' and record.status = 'approved'
        as "mayReplace"
    from training_record record left join competence on competence.id = record.competence_id
    where (
        record.person_id = any(${distinct(rows.map(({ personId }) => personId))}::uuid[])
        and record.held_on = any(${distinct(rows.map(({ heldOn }) => heldOn))}::date[])
        and record.status <> 'declined'
      )
      or record.source_key = any(${rows.map(({ sourceKey }) => sourceKey)}::text[])
    order by record.id`;
  return stored.map(({ cost, ...record }) => ({
    ...record,
    title: plainText(record.title),
    costOre: cost === null ? null : Number(cost),
  }));
}
