import { paidKey } from "~/features/funding/rules/payer-key";
import { isId } from "~/platform/ids";
import { namingColumn } from "~/tables/shown";
import type { ToldCell, ToldColumn, ToldRow } from "~/tables/told";
import { dayBefore, nextMonth, type IsoDate } from "~/terms/day";
import { Link } from "~/ui/navigation";
import { drawPlain, type Drawing } from "~/ui/told-table-view";
import type { RowList } from "../rules/row-lists";
import type { ReportSection } from "../tables/report-sections";
import { rowsHref, type RowsOf, type WhichRows } from "./rows-href";

type Told = Pick<ReportSection, "key" | "table">;

/**
 * Where the figures of a table lead: each to the rows that it adds up. What a row is called leads to
 * all of its rows, where the section isn't a chart.
 */
export function figureLinks(of: RowsOf, { key: section, table }: Told): Drawing {
  const columns = table.columns.filter(({ on }) => on !== "file");
  const isChart = chartSections.has(section);
  const naming = isChart ? undefined : namingColumn({ columns })?.key;
  const [first] = table.rows;
  return {
    draw: (place) => {
      const { column, row, shown } = place;
      if (row.key === "" || (isChart && !isKept(row.key))) return drawPlain(place);
      const isName = column.key === naming;
      const rows = isName ? { under: row.key } : figureRows({ section, column, row, first });
      if (!rows || (!isName && !/[1-9]/.test(shown))) return drawPlain(place);
      return <Link to={rowsHref(of, { section, ...rows })}>{shown}</Link>;
    },
    drawTotal: ({ column, shown }) => {
      const kind = listedIn[section]?.[column.key];
      if (!kind || !/[1-9]/.test(shown)) return shown;
      return <Link to={rowsHref(of, { section, kind })}>{shown}</Link>;
    },
  };
}

const chartSections = new Set(["budget", "cumulative", "outcomes"]);

const money: Partial<Record<string, RowList>> = {
  budget: "budget",
  plan: "plan",
  actual: "booked",
  accumulated: "booked",
  remaining: "left",
  variance: "left",
};

/** By section and column, the rows that its figures count and nothing else. */
const listedIn: Partial<Record<string, Partial<Record<string, RowList>>>> = {
  money,
  financing: money,
  budget: money,
  cumulative: { plan: "plan", actual: "booked", earlier: "booked" },
  "own-hours": { hours: "own-hours", worth: "own-hours" },
  cascade: { reach: "reached" },
  trained: {
    trained: "trained",
    "trained-beside": "learned-beside",
    "hand-overs": "hand-over",
    "hand-overs-beside": "beside",
  },
};

type Figure = { section: string; column: ToldColumn; row: ToldRow; first: ToldRow | undefined };

/** Which rows a figure adds up; null for one that is of no rows. */
function figureRows({ section, column, row, first }: Figure): WhichRows | null {
  const kind = listedIn[section]?.[column.key];
  if (!kind) return null;
  if (section !== "cumulative") return { under: row.key, kind };
  const until = untilOf(column.key, { row, first });
  return until === null ? null : { under: paidKey, until, kind };
}

/** The last day of what is summed up month by month. */
function untilOf(
  column: string,
  { row, first = row }: { row: ToldRow; first: ToldRow | undefined },
): IsoDate | null {
  if (column === "actual") return dayIn(row.cells.through);
  return column === "plan" ? dayBefore(nextMonth(row.key)) : dayBefore(first.key);
}

function dayIn(cell: ToldCell | undefined): IsoDate | null {
  return typeof cell === "object" && cell !== null && "date" in cell ? cell.date : null;
}

/** A key that says what it counts; the first versions' charts have names there, which can change. */
function isKept(key: string): boolean {
  return key.split(" ").every((each) => isId(each) || /^(unplaced|\d{4}-\d\d-\d\d)$/.test(each));
}
