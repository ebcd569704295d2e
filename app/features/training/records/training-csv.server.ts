import type { Viewer } from "~/features/access/viewer";
import type { Column } from "~/formats/cell";
import { writeCsv } from "~/formats/csv-writer";
import type { Translate } from "~/i18n/translator";
import { AppError } from "~/platform/app-error";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Db } from "~/platform/db.server";
import { decimalHours } from "~/terms/hours";
import { rowSelect, rowsOf, type RecordRow } from "./record-rows.server";
import { whoseRecords, type Whose } from "./training-list.queries.server";

/** More than this is refused, never cut: a part would look like the whole. */
const mostRows = 20_000;

/** The whole of a training list, all its pages, as a CSV file. Throws as `listTraining` does. */
export async function trainingCsv(
  db: Db,
  viewer: Viewer,
  { whose, t }: { whose: Whose; t: Translate },
): Promise<Uint8Array<ArrayBuffer>> {
  const { where } = await whoseRecords(db, viewer, whose);
  const stored = await db.trainingRecord.findMany({
    where,
    orderBy: [{ heldOn: "desc" }, { id: "desc" }],
    take: mostRows + 1,
    select: rowSelect,
  });
  if (stored.length > mostRows) throw new AppError("too-large");
  return writeCsv({ columns: columnsIn(t), rows: await rowsOf(db, stored, viewer.today) });
}

function columnsIn(t: Translate): Column<RecordRow>[] {
  return [
    { header: t("training.csv.person"), value: ({ person }) => nameWithNote(person) },
    { header: t("training.csv.kind"), value: ({ kind }) => t(`training.kind.${kind}`) },
    { header: t("training.csv.title"), value: ({ title }) => title },
    { header: t("training.csv.competence"), value: ({ competence }) => competence?.name ?? null },
    { header: t("training.csv.date"), value: ({ heldOn }) => ({ date: heldOn }) },
    { header: t("training.csv.hours"), value: ({ minutes }) => decimalHours(minutes) },
    { header: t("training.csv.claimedLevel"), value: ({ claimedLevel }) => claimedLevel },
    {
      header: t("training.csv.confirmedLevel"),
      value: ({ confirmed }) => confirmed?.level ?? null,
    },
    {
      header: t("training.csv.observed"),
      value: ({ confirmed }) =>
        confirmed && t(confirmed.observed ? "training.csv.yes" : "training.csv.no"),
    },
    {
      header: t("training.csv.cost"),
      value: ({ costOre }) => (costOre === null ? null : { amountOre: costOre }),
    },
    {
      header: t("training.csv.status"),
      value: ({ kind, status }) => t(`training.status.${kind}.${status}`),
    },
  ];
}
