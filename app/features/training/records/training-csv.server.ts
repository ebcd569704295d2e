import type { Viewer } from "~/features/access/viewer";
import type { Speech } from "~/i18n/translator";
import { AppError } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { tableCsv } from "~/tables/table-csv";
import { tellTable } from "~/tables/tell";
import { rowSelect, rowsOf } from "./record-rows.server";
import { trainingTable } from "./training-columns";
import { whoseRecords, type Whose } from "./training-list.queries.server";

/** More than this is refused, never cut: a part would look like the whole. */
const mostRows = 20_000;

/** The whole of a training list, all its pages, as a CSV file. Throws as `listTraining` does. */
export async function trainingCsv(
  db: Db,
  viewer: Viewer,
  { whose, speech }: { whose: Whose; speech: Speech },
): Promise<Uint8Array<ArrayBuffer>> {
  const { where } = await whoseRecords(db, viewer, whose);
  const stored = await db.trainingRecord.findMany({
    where,
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    take: mostRows + 1,
    select: rowSelect,
  });
  if (stored.length > mostRows) throw new AppError("too-large");
  const [rows, projects] = await Promise.all([
    rowsOf(db, stored, viewer.today),
    projectCodes(
      db,
      stored.map(({ id }) => id),
    ),
  ]);
  return tableCsv(tellTable(trainingTable(rows, projects), speech));
}

/** The codes of the projects that courses are for, by the records' ids. */
async function projectCodes(db: Db, ids: string[]): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ id: string; code: string }[]>`
    select record.id, project.code
    from unnest(${ids}::uuid[]) record (id)
    cross join lateral project_of_training(record.id) of_record
    join projects() project on project.id = of_record.project_id`;
  return new Map(found.map(({ id, code }) => [id, code]));
}
