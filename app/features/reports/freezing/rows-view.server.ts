import { notFound } from "~/platform/app-error";
import { pageCountOf } from "~/platform/paging";
import { paidKey } from "~/features/funding/rules/payer-key";
import type { Speech } from "~/i18n/translator";
import { sinceAlways, type IsoDate } from "~/terms/day";
import { countsUnder, listsBehind } from "../rules/figure-rows";
import type { PeriodRows, RowsWhen } from "../rules/report-clock";
import type { ReportRow } from "../rules/report-row";
import { amountsIn, countsOtherwise, isOfDays, type RowDays } from "../rules/row-amount";
import { countsPeople, isListed, kindsIn, listsOfKind, type RowList } from "../rules/row-lists";
import { isAsNow, type RowsOf } from "../page/rows-href";
import { factsInWords, type RowNames } from "./row-words";

/** Which rows: of a figure's section and of its row there, each or all; one kind at a time. */
export type AskedRows = Partial<RowDays> & {
  /** Of a report: in which of its columns they are; without it all. */
  when?: RowsWhen | null;
  section: string | null;
  under: string | null;
  kind: string | null;
  page: number;
};

/** Rows of one list behind figures, a page at a time. */
export type RowsView = RowDays & {
  when: RowsWhen | null;
  /** Whose figures they are. */
  of: RowsOf;
  title: string;
  section: string | null;
  under: string | null;
  /** What `under` is called. */
  underName: string | null;
  kinds: { kind: RowList; count: number }[];
  kind: RowList;
  rows: ShownRow[];
  count: number;
  /** How many different people they are of. */
  people: number;
  /** What they come to, where they are of amounts or of times. */
  amountOre: number | null;
  minutes: number | null;
  page: number;
  pageCount: number;
};

export type ShownRow = {
  /** Once in the list. */
  id: string;
  day: IsoDate | null;
  under: string;
  /** A name to who may see it, else the key that a version has for it, or nothing. */
  person: string;
  facts: string;
  /** What it adds to the list's sum, where that isn't the amount that it has. */
  countedOre: number | null;
  /** The hand-over that it is, or is of, for who reads the figures as they are now. */
  handOverId: string | null;
  /** What was written of it; null where that has been erased. */
  words: string | null;
};

const pageSize = 50;

type Chosen<Row> = Omit<RowsView, "of" | "title" | "underName" | "rows"> & {
  rows: Row[];
  amountOf: (row: ReportRow) => number | null;
};

/** The rows of the page that is asked for. Throws `not-found` for rows of no section and no kind. */
export function chooseRows<Row extends ReportRow>(
  all: readonly Row[],
  { section, under, kind: asked, page, from = null, until = null, when = null }: AskedRows,
  {
    asOf,
    period = null,
  }: {
    /** The last day that the rows are of. */
    asOf: IsoDate;
    /** Those of the column that is asked for. */
    period?: PeriodRows | null;
  },
): Chosen<Row> {
  const behind = listsBehind({ section, rowKey: under }, all);
  const isUnder = countsUnder(all);
  const counted = all.filter(
    (row) =>
      (under === null || isUnder(row, under)) &&
      isOfDays(row, { from, until }) &&
      (period === null || period.isOf(row)),
  );
  const kinds = listed(counted, behind ?? allLists(counted));
  const kind = behind?.find((list) => list === asked) ?? choiceOf(kinds, asked) ?? behind?.[0];
  if (kind === undefined) return notFound();
  const isNew = period === null ? () => true : newPeople(period, { kind, under });
  const chosen = counted.filter((row) => isListed(row, kind) && isNew(row));
  const amountOf = amountsIn(kind, { known: all, asOf, until });
  return {
    ...{ section, under, from, until, when, kinds, kind, page, amountOf },
    count: chosen.length,
    people: new Set(chosen.flatMap(({ person }) => person ?? [])).size,
    amountOre: sumOf(chosen.flatMap((row) => amountOf(row) ?? [])),
    minutes: sumOf(chosen.flatMap(({ facts }) => ("minutes" in facts ? facts.minutes : []))),
    pageCount: pageCountOf(chosen.length, pageSize),
    rows: chosen.slice((page - 1) * pageSize, page * pageSize),
  };
}

/** Who is counted for the first time, in lists that count people: not by what was before. */
function newPeople(
  { before }: PeriodRows,
  { kind, under }: { kind: RowList; under: string | null },
): (row: ReportRow) => boolean {
  if (!countsPeople(kind)) return () => true;
  const known = new Set(
    before
      .filter((row) => (kind === "trained" ? row.trains : row.kind === "training"))
      .filter((row) => under === null || row.under === under)
      .map(({ person }) => person),
  );
  return ({ person }) => !known.has(person);
}

/** Those that there are, in the order of what the section counts first. */
function listed(rows: readonly ReportRow[], lists: readonly RowList[]) {
  return lists
    .map((kind) => ({ kind, count: rows.filter((row) => isListed(row, kind)).length }))
    .filter(({ count }) => count > 0);
}

/** The list that is asked for, else the first of those that have rows. */
function choiceOf(lists: Chosen<ReportRow>["kinds"], asked: string | null): RowList | undefined {
  return (lists.find(({ kind }) => kind === asked) ?? lists[0])?.kind;
}

function allLists(rows: readonly ReportRow[]): RowList[] {
  return [...new Set(rows.map(({ kind }) => kind))].flatMap(listsOfKind);
}

function sumOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

type Telling<Row> = {
  of: RowsOf;
  title: string;
  speech: Speech;
  names: RowNames;
  personOf: (person: string | null) => string;
  wordsOf: (row: Row) => string | null;
};

export function tellRows<Row extends ReportRow>(
  { rows, amountOf, ...chosen }: Chosen<Row>,
  { of, title, personOf, wordsOf, ...telling }: Telling<Row>,
): RowsView {
  const nameOf = (under: string | null) =>
    (under ?? "").split(" ").flatMap((each) => nameOfKey(each, telling) ?? []);
  return {
    ...{ of, title, ...chosen },
    underName: nameOf(chosen.under).join(", ") || null,
    rows: rows.map((row) => ({
      id: `${row.kind} ${row.id}`,
      day: row.day === sinceAlways ? null : row.day,
      under: nameOf(row.under).join(", "),
      person: personOf(row.person),
      facts: wordsOfRow(row, { list: chosen.kind, ...telling }),
      countedOre: countsOtherwise(chosen.kind) ? amountOf(row) : null,
      handOverId: isAsNow(of) ? handOverOf(row) : null,
      words: wordsOf(row),
    })),
  };
}

/** What a key is called that rows are counted under: an id of theirs, or who pays. */
function nameOfKey(key: string, { speech: { t }, names }: Omit<Words, "list">): string | undefined {
  const [kind, id = ""] = key.split(":");
  if (kind === paidKey) return t("reports.money.paid");
  if (kind === "unplaced") return t("funding.unplaced");
  if (kind === "cash" || kind === "in_kind") return t(`funding.financing.${kind}`);
  return names.get(kind === "grant" ? id : key);
}

/** The project's own ones alone: those beside it are for others to see. */
function handOverOf(row: ReportRow): string | null {
  if (row.kind === "hand-over") return row.facts.isOwn ? row.id : null;
  const isOfProject = row.kind === "part" || row.kind === "own-hours";
  return isOfProject && row.source?.type === "hand_over" ? row.source.id : null;
}

/** What a row says, in a list of several kinds after what it is. */
function wordsOfRow(row: ReportRow, { list, ...telling }: Words): string {
  const facts = factsInWords(row, telling);
  if (kindsIn(list).length === 1) return facts;
  return `${telling.speech.t(`reports.rows.kind.${row.kind}`)}: ${facts}`;
}

type Words = { list: RowList; speech: Speech; names: RowNames };
