import { randomUUID } from "node:crypto";
import type { Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";
import { withdrawSourced } from "./withdraw-sourced.commands.server";

export type ImportedTraining = {
  personId: string;
  /** The course of the catalogue that the list means; null where it names none. */
  courseId: string | null;
  title: string;
  heldOn: IsoDate;
  minutes: number;
  costOre: number | null;
  competenceId: string | null;
  /** For which project; null for none. */
  projectId: string | null;
  /** Makes the row known when its list is brought in again; once among the records that stand. */
  sourceKey: string;
  /** The row of an earlier list whose place it takes. */
  replaces: string | null;
  /** What has been taken back, and comes again as it. */
  returns: string | null;
};

type List = {
  authorityId: string;
  submittedById: string | null;
  importId: string;
  rows: readonly ImportedTraining[];
};

/** One statement takes so many rows. */
const rowsAStatement = 5000;

/**
 * Writes rows of another system's list as completed training, in the caller's transaction. They
 * confirm no level: nobody who knows the person has attested one. `importId` becomes the records'
 * source, by which they can be withdrawn together. What a row replaces is withdrawn, names it, and
 * leaves it what the list says nothing of; what had been taken back names it as well.
 */
export async function recordImportedTraining(
  tx: Transaction,
  audit: Audit,
  list: List,
): Promise<void> {
  const rows = list.rows.map((row) => ({ id: randomUUID(), ...row }));
  const pairs = rows.flatMap(({ id, replaces }) => (replaces === null ? [] : [{ id, replaces }]));
  for (const { replaces: id } of pairs) {
    await tx.trainingRecord.update({ where: { id }, data: { status: "withdrawn" } });
    await withdrawSourced(tx, { type: "training_record", id });
    audit({ type: "training-record", id, detail: { replacedBy: list.importId } });
  }
  for (let first = 0; first < rows.length; first += rowsAStatement) {
    await insert(tx, list, rows.slice(first, first + rowsAStatement).map(columns));
  }
  await tx.$executeRaw`
    with pair as (
      select * from json_to_recordset(${JSON.stringify(pairs)}::json) as pair (id uuid, replaces uuid)
    ), replaced as (
      update training_record earlier set replaced_by_id = pair.id
      from pair where earlier.id = pair.replaces returning earlier.*
    )
    update training_record record
    set cost_ore = coalesce(record.cost_ore, replaced.cost_ore),
      competence_id = coalesce(record.competence_id, replaced.competence_id),
      project_id = coalesce(record.project_id, replaced.project_id)
    from replaced where record.id = replaced.replaced_by_id`;
  const again = rows.flatMap(({ id, returns }) => (returns === null ? [] : [{ id, returns }]));
  await tx.$executeRaw`
    update training_record earlier set replaced_by_id = pair.id, replaced_when_gone = true
    from json_to_recordset(${JSON.stringify(again)}::json) as pair (id uuid, returns uuid)
    where earlier.id = pair.returns and earlier.status = 'withdrawn'
      and earlier.replaced_by_id is null`;
}

async function insert(
  tx: Transaction,
  { authorityId, submittedById, importId }: List,
  rows: readonly ReturnType<typeof columns>[],
): Promise<void> {
  await tx.$executeRaw`
    insert into training_record (authority_id, submitted_by_id, kind, status, source_type,
      source_id, id, person_id, course_id, title, held_on, minutes, cost_ore, competence_id,
      project_id, source_key)
    select ${authorityId}::uuid, ${submittedById}::uuid, 'import', 'approved', 'import',
      ${importId}::uuid, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, person_id uuid,
      course_id uuid, title text, held_on date, minutes int, cost_ore bigint, competence_id uuid,
      project_id uuid, source_key text)`;
}

function columns(row: ImportedTraining & { id: string }) {
  return {
    id: row.id,
    person_id: row.personId,
    course_id: row.courseId,
    title: row.title,
    held_on: row.heldOn,
    minutes: row.minutes,
    cost_ore: row.costOre,
    competence_id: row.competenceId,
    project_id: row.projectId,
    source_key: row.sourceKey,
  };
}

/**
 * Takes back what of a list stands, in the transaction that takes the list back: rows that a manager
 * has taken back one by one remain as they are. What its rows had replaced stands again, unless it has
 * come again since; what a later list has put in a row's place takes over what that had replaced.
 * What had come again with it is taken back as it was.
 * What was logged anew by hand goes on correcting the row that it took the place of.
 * Returns how many stand again.
 */
export async function withdrawList(
  tx: Transaction,
  audit: Audit,
  importId: string,
): Promise<number> {
  const again = await tx.$queryRaw<{ id: string }[]>`
    select record_id as id from replaced_by_list(${importId}::uuid)`;
  const ids = again.map(({ id }) => id);
  await tx.$executeRaw`
    update training_record earlier set replaced_by_id = record.replaced_by_id
    from training_record record
    left join training_record logged on logged.id = record.replaced_by_id and logged.kind = 'course'
    where logged.id is null and record.source_type = 'import' and record.source_id = ${importId}::uuid
      and record.status = 'withdrawn' and earlier.replaced_by_id = record.id`;
  const ofList = { sourceType: "import", sourceId: importId } as const;
  await tx.trainingRecord.updateMany({
    where: { replacedWhenGone: true, replacedBy: { ...ofList, status: "approved" } },
    data: { replacedById: null, replacedWhenGone: false },
  });
  await tx.trainingRecord.updateMany({
    where: { ...ofList, replacedBy: { kind: "import" } },
    data: { replacedById: null },
  });
  await tx.trainingRecord.updateMany({
    where: { ...ofList, status: "approved" },
    data: { status: "withdrawn" },
  });
  await tx.trainingRecord.updateMany({
    where: { id: { in: ids } },
    data: { status: "approved", replacedById: null },
  });
  for (const id of ids) audit({ type: "training-record", id, detail: { restored: true } });
  return ids.length;
}
