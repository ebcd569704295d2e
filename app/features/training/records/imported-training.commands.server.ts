import type { Transaction } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

export type ImportedTraining = {
  personId: string;
  /** The course of the catalogue that the list means; null where it names none. */
  courseId: string | null;
  title: string;
  heldOn: IsoDate;
  minutes: number;
  costOre: number | null;
  competenceId: string | null;
  /** Makes the row known when its list is brought in again; once among the records that stand. */
  sourceKey: string;
};

/** One statement takes so many rows. */
const rowsAStatement = 5000;

/**
 * Writes rows of another system's list as completed training, in the caller's transaction. They
 * confirm no level: nobody who knows the person has attested one. `importId` becomes the records'
 * source, by which they can be withdrawn together.
 */
export async function recordImportedTraining(
  tx: Transaction,
  list: {
    authorityId: string;
    submittedById: string | null;
    importId: string;
    rows: readonly ImportedTraining[];
  },
): Promise<void> {
  for (let first = 0; first < list.rows.length; first += rowsAStatement) {
    const rows = list.rows.slice(first, first + rowsAStatement);
    await tx.$executeRaw`
      insert into training_record (id, authority_id, submitted_by_id, kind, status,
        source_type, source_id, person_id, course_id, title, held_on, minutes, cost_ore, competence_id, source_key)
      select gen_random_uuid(), ${list.authorityId}::uuid, ${list.submittedById}::uuid, 'import',
        'approved', 'import', ${list.importId}::uuid, row.*
      from json_to_recordset(${JSON.stringify(rows.map(columns))}::json) as row (person_id uuid,
        course_id uuid, title text, held_on date, minutes int, cost_ore bigint, competence_id uuid,
        source_key text)`;
  }
}

function columns(row: ImportedTraining) {
  return {
    person_id: row.personId,
    course_id: row.courseId,
    title: row.title,
    held_on: row.heldOn,
    minutes: row.minutes,
    cost_ore: row.costOre,
    competence_id: row.competenceId,
    source_key: row.sourceKey,
  };
}
