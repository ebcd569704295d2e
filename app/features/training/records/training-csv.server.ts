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
  return tableCsv(tellTable(trainingTable(await rowsOf(db, stored, viewer.today)), speech));
}
