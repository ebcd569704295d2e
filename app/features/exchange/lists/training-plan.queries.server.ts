import { createHash } from "node:crypto";
import { readCsv, type CsvRow } from "~/formats/csv-reader";
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
import {
  cellText,
  plainText,
  readTrainingRows,
  turnedName,
  type GoodRow,
  type ListedPerson,
  type RowFault,
} from "./training-rows.server";

/** Whose training may be brought in: everybody's, or that of the people of some units. */
export type PeopleReach = { authorityId: string; unitIds: string[] | "all" };

/** A list with what its columns mean; `mapping` null: as the headings suggest. */
export type TrainingList = {
  bytes: Uint8Array;
  mapping: ColumnMapping | null;
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
  /** Rows that are dated before the person worked here: to look at, and written where said so. */
  early: GoodRow[];
  /** Good rows that are here already: from a list, or logged. */
  known: number;
  faults: RowFault[];
  badRows: number;
  /** Cells from which a personal identity number was taken out when the file was handed in. */
  removedNumbers: number;
};

/** What bringing in a training list would do. Reads only. */
export async function planTrainingImport(db: Db, list: TrainingList): Promise<TrainingPlan> {
  const { header, rows } = readCsv(list.bytes);
  const guessed = guessColumns(header);
  const mapping = header.map((_, index) => (list.mapping ?? guessed)[index] ?? null);
  const faults = mappingFaults(mapping);
  const removedNumbers = countRemoved(rows);
  const base = { header, mapping, mappingFaults: faults, rowCount: rows.length, removedNumbers };
  if (faults.length > 0) return { ...base, added: [], early: [], known: 0, faults: [], badRows: 0 };
  const [people, competences] = await Promise.all([
    findPeople(db, list, namesAndEmails(rows, mapping)),
    db.competence.findMany({
      where: { authorityId: list.reach.authorityId },
      select: { id: true, code: true, name: true },
    }),
  ]);
  const read = readTrainingRows(rows, mapping, { people, competences, today: list.today });
  const here = await knownRows(db, [...read.good, ...read.early]);
  const isNew = ({ row }: GoodRow) => !here.has(row);
  return {
    ...base,
    added: read.good.filter(isNew),
    early: read.early.filter(isNew),
    known: here.size,
    faults: read.faults,
    badRows: read.badRows,
  };
}

/** A mark of what a plan would write: a person who has seen one plan agrees to no other. */
export function trainingMark({
  added,
  early,
  badRows,
}: Pick<TrainingPlan, "added" | "early" | "badRows">): string {
  const seen = [added, early].map((rows) =>
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
    return index < 0 ? [] : rows.map(({ cells }) => cellText(cells[index]));
  };
  const given = column("givenName");
  const full = column("familyName").map((family, index) => `${given[index] ?? ""} ${family}`);
  return {
    emails: [...new Set(column("email").map((email) => email.toLowerCase()))],
    names: [...new Set([...column("name").map(turnedName), ...full].map(plainName))],
  };
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

/**
 * The rows that need not be written: they came with an earlier list, or the person has the same
 * course on the same day already, logged or learned.
 */
async function knownRows(db: Db, rows: readonly GoodRow[]): Promise<Set<number>> {
  const distinct = (values: string[]) => [...new Set(values)];
  const sameDays = await db.$queryRaw<StoredTraining[]>`
    select person_id as "personId", to_char(held_on, 'YYYY-MM-DD') as "heldOn", title
    from training_record
    where person_id = any(${distinct(rows.map(({ personId }) => personId))}::uuid[])
      and held_on = any(${distinct(rows.map(({ heldOn }) => heldOn))}::date[])
      and status not in ('withdrawn', 'declined')`;
  const sameLists = await db.$queryRaw<{ sourceKey: string }[]>`
    select source_key as "sourceKey" from training_record
    where source_key = any(${rows.map(({ sourceKey }) => sourceKey)}::text[])`;
  const keys = new Set(sameLists.map(({ sourceKey }) => sourceKey));
  const courses = new Set(sameDays.map(courseKey));
  const known = rows.filter((row) => keys.has(row.sourceKey) || courses.has(courseKey(row)));
  return new Set(known.map(({ row }) => row));
}

type StoredTraining = { personId: string; heldOn: IsoDate; title: string };

function courseKey({ personId, heldOn, title }: StoredTraining): string {
  return JSON.stringify([personId, heldOn, plainText(title)]);
}
