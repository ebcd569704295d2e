import type { Speech } from "~/i18n/translator";
import { shownTable } from "~/tables/shown";
import type { ToldColumn, ToldRow, ToldTable } from "~/tables/told";
import { canonicalJson } from "../rules/canonical-json";
import type { ReportSection } from "../tables/report-sections";
import type { ToldReport } from "../tables/told-report";

/** A figure that a report would tell otherwise, in words. */
export type ChangedFigure = {
  /** The key of its section, `headline` for what stands above them. */
  section: string;
  rowKey: string;
  /** The section's title, and what the row and the column are called. */
  where: string;
  row: string;
  column: string;
  then: string;
  now: string;
};

/**
 * What two tellings of a report in one language say otherwise, figure by figure in the report's
 * order. What only one of them has a column or a section for was told by another version of the
 * program, and is no change.
 */
export function changedFigures(then: ToldReport, now: ToldReport, speech: Speech): ChangedFigure[] {
  return [
    ...changedHeadline(then, now, speech),
    ...then.sections
      .filter(({ onPageOnly }) => !onPageOnly)
      .flatMap((section) => {
        const other = now.sections.find(({ key }) => key === section.key);
        return other ? changedCells(section, other, speech) : [];
      }),
  ];
}

function changedHeadline(then: ToldReport, now: ToldReport, { t }: Speech): ChangedFigure[] {
  const place = {
    section: "headline",
    rowKey: "",
    where: t("reports.changes.headline"),
    column: "",
  };
  const told = ({ title, stats }: ToldReport) => [
    { row: t("reports.changes.heading"), value: title },
    ...stats.flatMap(({ label, value, note }) => [
      { row: label, value },
      { row: `${label}, ${t("reports.changes.note")}`, value: note },
    ]),
  ];
  const later = new Map(told(now).map(({ row, value }) => [row, value]));
  return told(then).flatMap(({ row, value }) => {
    const other = later.get(row);
    return other === undefined || other === value
      ? []
      : [{ ...place, row, then: value, now: other }];
  });
}

function changedCells(
  { key, table: then }: ReportSection,
  { table: now }: ReportSection,
  { t, language }: Speech,
): ChangedFigure[] {
  const shared = then.columns.flatMap((column) => {
    const other = now.columns.find((each) => each.key === column.key);
    return other ? [{ column, other }] : [];
  });
  const [shownThen, shownNow] = [shownTable(then, language), shownTable(now, language)];
  const place = { section: key, where: then.title };
  const rows = pairs(then, now).flatMap(({ was, is }) => {
    const row = was ?? is;
    if (row === undefined) return [];
    const named = { ...place, rowKey: row.key, row: nameOf(was ? then : now, row, language) };
    return shared
      .filter(({ column }) => differs(was?.cells[column.key], is?.cells[column.key]))
      .map(({ column, other }) => ({
        ...{ ...named, column: headingOf(column) },
        then: was ? shownThen.valueOf(column, was) : none,
        now: is ? shownNow.valueOf(other, is) : none,
      }));
  });
  const totals = shared
    .filter(({ column }) => differs(then.totals?.[column.key], now.totals?.[column.key]))
    .map(({ column, other }) => ({
      ...{ ...place, rowKey: "", row: t("reports.changes.total"), column: headingOf(column) },
      then: shownThen.totalOf(column) ?? none,
      now: shownNow.totalOf(other) ?? none,
    }));
  return [...rows, ...totals];
}

const none = "–";

/** The rows of two tables by their keys: those of the first in its order, then what came. */
function pairs(then: ToldTable, now: ToldTable): { was?: ToldRow; is?: ToldRow }[] {
  const known = new Set(then.rows.map(({ key }) => key));
  return [
    ...then.rows.map((was) => ({ was, is: now.rows.find(({ key }) => key === was.key) })),
    ...now.rows.filter(({ key }) => !known.has(key)).map((is) => ({ is })),
  ];
}

function differs(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) !== canonicalJson(b ?? null);
}

function headingOf({ heading, fileHeading, on }: ToldColumn): string {
  return on === "file" ? (fileHeading ?? heading) : heading;
}

/**
 * What a row is called: on its side by its heading, else by the column that names it, with the words
 * that follow it where another row is named alike.
 */
function nameOf(table: ToldTable, row: ToldRow, language: Speech["language"]): string {
  if (table.corner !== undefined) return row.heading ?? "";
  const { valueOf } = shownTable(table, language);
  const first = Math.max(
    0,
    table.columns.findIndex(({ isRowHeader }) => isRowHeader),
  );
  const figures = table.columns.findIndex(({ kind }, at) => at > first && kind !== "text");
  const words = table.columns.slice(first, figures === -1 ? undefined : figures);
  const named = (each: ToldRow) => words.slice(0, 1).map((column) => valueOf(column, each));
  const isAlone = table.rows.every(
    (each) => each === row || named(each).join() !== named(row).join(),
  );
  if (isAlone) return named(row).join();
  return words
    .map((column) => valueOf(column, row))
    .filter((word) => word !== none)
    .join(", ");
}
