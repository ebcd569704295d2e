import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { clockKinds } from "../rules/report-clock";
import type { ReportRow, RowKind } from "../rules/report-row";

/** A row with the words that somebody has written of it, which stand in no report's files. */
export type WrittenRow = ReportRow & { words: string };

/**
 * The rows that a project's figures are made of when `asOf` has ended, with people's ids, in an
 * order that is always the same; with `kinds` those alone. One statement, and so of one moment.
 * Whose to read they are is the caller's matter.
 */
export async function reportRows(db: Db, asked: Asked): Promise<ReportRow[]> {
  const rows = await storedRows<StoredRow>(db, asked, Prisma.empty);
  return rows.map(rowOf);
}

/** The same rows with their words. */
export async function writtenRows(db: Db, asked: Asked): Promise<WrittenRow[]> {
  const words = Prisma.sql`, coalesce(words, '')`;
  const rows = await storedRows<[...StoredRow, words: string]>(db, asked, words);
  return rows.map((row) => ({ ...rowOf(row), words: row[8] }));
}

type Asked = { projectId: string; asOf: IsoDate; kinds?: readonly RowKind[] };

// One JSON text: thousands of rows with facts in each take several times as long to read.
async function storedRows<Row extends readonly unknown[]>(
  db: Db,
  { projectId, asOf, kinds }: Asked,
  more: Prisma.Sql,
): Promise<Row[]> {
  const isOfColumns = kinds?.every((kind) => clockKinds.some((each) => each === kind));
  const all = isOfColumns ? Prisma.sql`summed_rows` : Prisma.sql`report_rows`;
  const wanted = kinds ? Prisma.sql`where kind in (${Prisma.join([...kinds])})` : Prisma.empty;
  const [stored] = await db.$queryRaw<{ rows: string }[]>`
    select coalesce(json_agg(json_build_array(kind, row_id, under, day, person_id, source_type,
        source_id, facts${more}) order by kind collate "C", under nulls first, day nulls first,
        person_id nulls first, row_id nulls first), '[]')::text as rows
    from ${all}(${projectId}::uuid, ${asOf}::date) ${wanted}`;
  // What is asked for above, in that order.
  return JSON.parse(stored?.rows ?? "[]") as Row[];
}

type StoredRow = [
  kind: string,
  rowId: string | null,
  under: string | null,
  day: IsoDate | null,
  person: string | null,
  sourceType: string | null,
  sourceId: string | null,
  facts: unknown,
];

// Field by field, as what follows does it: of thousands of rows a spread takes its time.
function rowOf(stored: Readonly<StoredRow> | readonly [...StoredRow, string]): ReportRow {
  const [kind, rowId, under, day, person, sourceType, sourceId, facts] = stored;
  const place = kind === "part" ? sourceId : under;
  const id = rowId ?? [place, person ?? day].join(":");
  const source =
    sourceType === null || sourceId === null ? null : { type: sourceType, id: sourceId };
  // `report_rows` says of each kind what `RowFacts` does: report-rows.test.ts holds it to that.
  return { kind, id, under, day, person, source, facts } as ReportRow;
}
