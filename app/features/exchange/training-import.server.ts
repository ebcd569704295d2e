import { readCsv } from "~/formats/csv-reader";
import { recordImportedTraining } from "~/features/training/imported-training.commands.server";
import { AppError } from "~/platform/app-error";
import type { IsoDate } from "~/platform/clock";
import type { Database, Db } from "~/platform/db.server";
import { transact, type Actor } from "~/platform/transact.server";
import {
  guessColumns,
  mappingFaults,
  type ColumnMapping,
  type MappingFault,
} from "./training-columns";
import {
  plainName,
  readTrainingRows,
  type GoodRow,
  type ListedPerson,
  type RowFault,
} from "./training-rows.server";

/** Whose training may be brought in: everybody's, or that of the people of some units. */
export type PeopleReach = { authorityId: string; unitIds: string[] | "all" };

export type TrainingPlan = {
  header: string[];
  mapping: ColumnMapping;
  mappingFaults: MappingFault[];
  encoding: string;
  rowCount: number;
  /** Rows that will be written. */
  added: GoodRow[];
  /** Good rows that are here already. */
  known: number;
  faults: RowFault[];
  badRows: number;
};

/** What bringing in a training list would do. Reads only. */
export async function planTrainingImport(
  db: Db,
  list: { bytes: Uint8Array; mapping: ColumnMapping | null; reach: PeopleReach; today: IsoDate },
): Promise<TrainingPlan> {
  const { header, rows, encoding } = readCsv(list.bytes);
  const mapping = header.map((_, index) =>
    list.mapping ? (list.mapping[index] ?? null) : (guessColumns(header)[index] ?? null),
  );
  const faults = mappingFaults(mapping);
  const base = { header, mapping, mappingFaults: faults, encoding, rowCount: rows.length };
  if (faults.length > 0) return { ...base, added: [], known: 0, faults: [], badRows: 0 };
  const [people, competences] = await Promise.all([
    findPeople(db, list.reach, namesAndEmails(rows, mapping)),
    db.competence.findMany({
      where: { authorityId: list.reach.authorityId },
      select: { id: true, code: true, name: true },
    }),
  ]);
  const read = readTrainingRows(rows, mapping, { people, competences, today: list.today });
  const known = await db.trainingRecord.findMany({
    where: { sourceKey: { in: read.good.map(({ sourceKey }) => sourceKey) } },
    select: { sourceKey: true },
  });
  const here = new Set(known.map(({ sourceKey }) => sourceKey));
  return {
    ...base,
    added: read.good.filter(({ sourceKey }) => !here.has(sourceKey)),
    known: here.size,
    faults: read.faults,
    badRows: read.badRows,
  };
}

function namesAndEmails(rows: readonly { cells: string[] }[], mapping: ColumnMapping) {
  const column = (field: ColumnMapping[number]) => {
    const index = mapping.indexOf(field);
    return index < 0 ? [] : rows.map(({ cells }) => (cells[index] ?? "").trim());
  };
  const given = column("givenName");
  const full = column("familyName").map((family, index) => `${given[index] ?? ""} ${family}`);
  const turned = column("name").map((name) => {
    const [family, first] = name.split(",");
    return first === undefined ? name : `${first} ${family}`;
  });
  return {
    emails: [...new Set(column("email").map((email) => email.toLowerCase()))],
    names: [...new Set([...turned, ...full].map(plainName))],
  };
}

function findPeople(
  db: Db,
  { authorityId, unitIds }: PeopleReach,
  { emails, names }: { emails: string[]; names: string[] },
): Promise<ListedPerson[]> {
  const units = unitIds === "all" ? null : unitIds;
  return db.$queryRaw<ListedPerson[]>`
    select id, email, trim(given_name || ' ' || family_name) as name,
      to_char(joined_on, 'YYYY-MM-DD') as "joinedOn", to_char(left_on, 'YYYY-MM-DD') as "leftOn"
    from person
    where authority_id = ${authorityId}::uuid
      and (${units === null} or unit_id = any(${units ?? []}::uuid[]))
      and (lower(email) = any(${emails}::text[])
        or lower(trim(given_name || ' ' || family_name)) = any(${names}::text[]))`;
}

export type TrainingOutcome = { rows: number };

/**
 * Writes the good rows of a list as completed training, all or none. With bad rows nothing is
 * written unless `skipBad`: the person has said that the rest may go in.
 */
export async function importTraining(
  db: Database,
  actor: Actor,
  list: {
    bytes: Uint8Array;
    mapping: ColumnMapping | null;
    reach: PeopleReach;
    today: IsoDate;
    skipBad: boolean;
    importId: string | null;
    submissionId?: string;
  },
): Promise<TrainingOutcome> {
  let rows = 0;
  const act = { actor, action: "training.import", submissionId: list.submissionId };
  await transact(db, act, async (tx, audit) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('training import'))`;
    const plan = await planTrainingImport(tx, list);
    if (plan.mappingFaults.length > 0 || (plan.badRows > 0 && !list.skipBad)) {
      throw new AppError("conflict", "The list has rows that can't be brought in");
    }
    rows = plan.added.length;
    await recordImportedTraining(tx, {
      authorityId: list.reach.authorityId,
      submittedById: actor.accountId,
      rows: plan.added,
    });
    if (list.importId) await markApplied(tx, actor, { importId: list.importId, rows });
    audit({
      type: "training-import",
      id: list.importId ?? list.reach.authorityId,
      detail: { rows, skipped: plan.badRows, known: plan.known },
    });
    return list.importId ?? "";
  });
  return { rows };
}

async function markApplied(
  tx: Parameters<Parameters<typeof transact>[2]>[0],
  actor: Actor,
  { importId, rows }: { importId: string; rows: number },
): Promise<void> {
  const marked = await tx.import.updateMany({
    where: { id: importId, appliedAt: null },
    data: { appliedAt: new Date(), appliedById: actor.accountId, outcome: { rows } },
  });
  if (marked.count === 0) throw new AppError("conflict");
}
