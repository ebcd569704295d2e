import { notFound } from "~/platform/app-error";
import { pageCountOf } from "~/platform/paging";
import type { Speech } from "~/i18n/translator";
import type { IsoDate } from "~/terms/day";
import { isUnder, kindsBehind } from "../rules/changed-rows";
import type { ReportRow, RowKind } from "../rules/report-row";
import { factsInWords, type RowNames } from "./row-words";

/** Which rows: of a figure's section and of its row there, each or all; one kind at a time. */
export type AskedRows = {
  section: string | null;
  under: string | null;
  kind: string | null;
  page: number;
};

/** Rows of one kind behind a report's figures, a page at a time. */
export type RowsView = {
  id: string;
  title: string;
  /** Of which version; null for the figures as they are now. */
  number: number | null;
  section: string | null;
  under: string | null;
  /** What `under` is called. */
  underName: string | null;
  kinds: { kind: RowKind; count: number }[];
  kind: RowKind;
  rows: ShownRow[];
  count: number;
  /** How many different people they are of. */
  people: number;
  page: number;
  pageCount: number;
};

export type ShownRow = {
  id: string;
  day: IsoDate | null;
  under: string;
  /** A name to who may see it, else the key that a version has for it, or nothing. */
  person: string;
  facts: string;
  /** What was written of it; null where that has been erased. */
  words: string | null;
};

const pageSize = 50;

type Chosen<Row> = Omit<RowsView, "id" | "title" | "number" | "underName" | "rows"> & {
  rows: Row[];
};

/** The rows of the page that is asked for. Throws `not-found` for rows of no section and no kind. */
export function chooseRows<Row extends ReportRow>(
  all: readonly Row[],
  { section, under, kind: asked, page }: AskedRows,
): Chosen<Row> {
  const behind = section === null ? null : kindsBehind(section);
  const counted = all.filter(
    (row) =>
      (behind === null || behind.includes(row.kind)) && (under === null || isUnder(row, under)),
  );
  const kinds = kindsOf(counted, behind);
  const kind = kinds.find((each) => each.kind === asked)?.kind ?? kinds[0]?.kind ?? behind?.[0];
  if (kind === undefined) return notFound();
  const chosen = counted.filter((row) => row.kind === kind);
  return {
    ...{ section, under, kinds, kind, page },
    count: chosen.length,
    people: new Set(chosen.flatMap(({ person }) => person ?? [])).size,
    pageCount: pageCountOf(chosen.length, pageSize),
    rows: chosen.slice((page - 1) * pageSize, page * pageSize),
  };
}

/** Those that there are, in the order of what the section counts first. */
function kindsOf(rows: readonly ReportRow[], behind: readonly RowKind[] | null) {
  const counts = new Map<RowKind, number>((behind ?? []).map((kind) => [kind, 0]));
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).filter(({ count }) => count > 0);
}

type Telling<Row> = {
  id: string;
  title: string;
  number: number | null;
  speech: Speech;
  names: RowNames;
  personOf: (person: string | null) => string;
  wordsOf: (row: Row) => string | null;
};

export function tellRows<Row extends ReportRow>(
  { rows, ...chosen }: Chosen<Row>,
  { id, title, number, personOf, wordsOf, ...telling }: Telling<Row>,
): RowsView {
  const nameOf = (under: string | null) =>
    (under ?? "").split(" ").flatMap((each) => telling.names.get(each) ?? []);
  return {
    ...{ id, title, number, ...chosen },
    underName: nameOf(chosen.under).join(", ") || null,
    rows: rows.map((row) => ({
      id: row.id,
      day: row.day,
      under: nameOf(row.under).join(", "),
      person: personOf(row.person),
      facts: factsInWords(row, telling),
      words: wordsOf(row),
    })),
  };
}
