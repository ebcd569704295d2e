import type { Speech } from "~/i18n/translator";
import { namingColumn, shownTable } from "~/tables/shown";
import type { ToldCell, ToldColumn, ToldRow, ToldTable } from "~/tables/told";
import { canonicalJson } from "../rules/canonical-json";
import { renamed, type Rename } from "../rules/renames";
import type { ReportSection } from "../tables/report-sections";
import type { ReportStat } from "../tables/report-stats";
import type { ToldReport } from "../tables/told-report";
import { hasId, twinColumns, twinRows, type Twins } from "./told-twins";

/** What a report would tell otherwise, in words. */
export type ChangedFigure = {
  /** The key of its section, `headline` for what stands above them. */
  section: string;
  rowKey: string;
  /** The key of its column, of a key figure above the sections its own; `row` of a row that has come or gone. */
  figure: string;
  /** The section's title, and what the row and the column are called. */
  where: string;
  row: string;
  column: string;
  then: string;
  now: string;
  /** It tells in words; else it is a figure. */
  isWords: boolean;
};

/**
 * What two tellings of a report in one language say otherwise, figure by figure in the report's
 * order. What has another name now is told once, where it is named first. What only one of them has
 * a column or a section for was told by another version of the program, and is no change.
 */
export function changedFigures(
  then: ToldReport,
  now: ToldReport,
  { renames = [], ...speech }: Speech & { renames?: readonly Rename[] },
): ChangedFigure[] {
  const cells = then.sections
    .filter(({ onPageOnly }) => !onPageOnly)
    .flatMap((section) => {
      const other = now.sections.find(({ key }) => key === section.key);
      return other ? changedCells(section, other, { ...speech, renames }) : [];
    });
  return eachNameOnce([...changedHeadline(then, now, speech), ...cells], renames);
}

/** What says the same but for what something is called is told of each name once. */
function eachNameOnce(
  changed: readonly ChangedFigure[],
  renames: readonly Rename[],
): ChangedFigure[] {
  const told = new Set<Rename>();
  return changed.flatMap((figure): ChangedFigure[] => {
    const { words, by } = renamed(figure.then, renames);
    if (words !== figure.now || by.length === 0) return [figure];
    const isTold = by.every((rename) => told.has(rename));
    for (const rename of by) told.add(rename);
    return isTold ? [] : [{ ...figure, isWords: true }];
  });
}

function changedHeadline(then: ToldReport, now: ToldReport, { t }: Speech): ChangedFigure[] {
  const place = {
    ...{ section: "headline", rowKey: "", figure: "", column: "", isWords: false },
    where: t("reports.changes.headline"),
  };
  const title = { row: t("reports.changes.heading"), then: then.title, now: now.title };
  const stats = twinStats(then.stats, now.stats).flatMap(({ was, is }) => {
    const row = (was ?? is)?.label ?? "";
    const figure = is?.id?.split(" ")[0] ?? "";
    const column = t("reports.changes.keyFigure");
    const note = `${row}, ${t("reports.changes.note")}`;
    return [
      { figure, column, row, then: was?.value ?? none, now: is?.value ?? none },
      { figure, column, row: note, then: was?.note ?? none, now: is?.note ?? none },
    ];
  });
  return [title, ...stats]
    .filter((said) => said.then !== said.now)
    .map((said) => ({ ...place, ...said }));
}

/** Key figures of the same: by what tells them apart; the first versions' by their labels or places. */
function twinStats(then: readonly ReportStat[], now: readonly ReportStat[]): Twins<ReportStat>[] {
  const free = new Set(now);
  const twins = then.flatMap((was, place): Twins<ReportStat>[] => {
    const is =
      was.id === undefined
        ? (now.find(({ label }) => label === was.label) ?? now[place])
        : now.find(({ id }) => id === was.id);
    if (is) free.delete(is);
    return is || hasId(was.id ?? "") ? [{ was, is }] : [];
  });
  return [...twins, ...[...free].filter(({ id }) => hasId(id ?? "")).map((is) => ({ is }))];
}

function changedCells(
  { key, table: then }: ReportSection,
  { table: now }: ReportSection,
  { t, language, renames }: Speech & { renames: readonly Rename[] },
): ChangedFigure[] {
  const columns = twinColumns(then, now);
  const [shownThen, shownNow] = [shownTable(then, language), shownTable(now, language)];
  const place = { section: key, where: then.title };
  const nameOf = {
    then: (row: ToldRow) => renamed(nameIn(then, row, language), renames).words,
    now: (row: ToldRow) => nameIn(now, row, language),
  };
  const rows = twinRows(then, now, nameOf).flatMap(({ was, is }) => {
    const row = was ?? is;
    const changed = columns.filter((column) =>
      differs(cellOf(column.was, was), cellOf(column.is, is)),
    );
    if (row === undefined || changed.length === 0) return [];
    // What it is counted under is found by its key of now.
    const { key: rowKey } = is ?? row;
    const named = { ...place, rowKey, row: nameIn(was ? then : now, row, language) };
    return changed.map((column) => ({
      ...{ ...named, ...headed(column) },
      ...(!(was && is) && { figure: "row" }),
      then: column.was && was ? shownThen.valueOf(column.was, was) : none,
      now: column.is && is ? shownNow.valueOf(column.is, is) : none,
    }));
  });
  const sums = { ...place, rowKey: "", row: t("reports.changes.total") };
  const totals = columns
    .filter(({ was, is }) => differs(totalOf(then, was), totalOf(now, is)))
    .map((column) => ({
      ...{ ...sums, ...headed(column) },
      then: (column.was && shownThen.totalOf(column.was)) ?? none,
      now: (column.is && shownNow.totalOf(column.is)) ?? none,
    }));
  return [...rows, ...totals];
}

const none = "–";

function cellOf(column?: ToldColumn, row?: ToldRow): ToldCell | undefined {
  return column && row?.cells[column.key];
}

function totalOf({ totals }: ToldTable, column?: ToldColumn): ToldCell | undefined {
  return column && totals?.[column.key];
}

function differs(a: unknown, b: unknown): boolean {
  // Nearly all say the same, and most of these in the same order of keys.
  if (a === b || JSON.stringify(a) === JSON.stringify(b)) return false;
  return canonicalJson(a ?? null) !== canonicalJson(b ?? null);
}

function headed({ was, is }: { was?: ToldColumn; is?: ToldColumn }) {
  const column = was ?? is;
  const { key = "", heading = "", fileHeading, on, kind } = column ?? {};
  return {
    figure: key.split(" ")[0] ?? "",
    column: on === "file" ? (fileHeading ?? heading) : heading,
    isWords: kind === "text" || kind === "state",
  };
}

/**
 * What a row is called: on its side by its heading, else by the column that names it, with as many of
 * the words that follow it as tell it from the other rows.
 */
function nameIn(table: ToldTable, row: ToldRow, language: Speech["language"]): string {
  if (table.corner !== undefined) return row.heading ?? "";
  const { valueOf } = shownTable(table, language);
  const naming = namingColumn(table);
  const first = naming ? table.columns.indexOf(naming) : 0;
  const figures = table.columns.findIndex(({ kind }, at) => at > first && kind !== "text");
  const columns = table.columns.slice(first, figures === -1 ? undefined : figures);
  const wordsOf = (each: ToldRow) => [
    ...new Set(columns.map((column) => valueOf(column, each)).filter((word) => word !== none)),
  ];
  const words = wordsOf(row);
  const isAlike = (each: ToldRow) => columns.some((column) => valueOf(column, each) === words[0]);
  const others = table.rows.filter((each) => each !== row && isAlike(each)).map(wordsOf);
  const isTold = (count: number) =>
    others.every((other) => other.slice(0, count).join() !== words.slice(0, count).join());
  const count = words.findIndex((_, at) => isTold(at + 1)) + 1;
  return words.slice(0, count || undefined).join(", ");
}
