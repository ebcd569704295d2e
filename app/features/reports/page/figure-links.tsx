import { paidKey } from "~/features/funding/rules/payer-key";
import { isId } from "~/platform/ids";
import { namingColumn } from "~/tables/shown";
import type { ToldCell, ToldColumn, ToldRow } from "~/tables/told";
import { dayBefore, nextMonth, type IsoDate } from "~/terms/day";
import { Link } from "~/ui/navigation";
import { drawPlain, type Drawing } from "~/ui/told-table-view";
import type { RowsWhen } from "../rules/report-clock";
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
  const isNamed = !isChart && table.corner === undefined;
  const naming = isNamed ? namingColumn({ columns })?.key : undefined;
  const [first] = table.rows;
  const linked = (to: string | null, place: { column: ToldColumn; shown: string }) =>
    to !== null && /[1-9]/.test(place.shown) ? (
      <Link to={to}>{place.shown}</Link>
    ) : (
      drawPlain(place)
    );
  return {
    draw: (place) => {
      const { column, row, shown } = place;
      if (isChart && !isKept(row.key)) return drawPlain(place);
      if (column.key === naming && row.key !== "") {
        return <Link to={rowsHref(of, { section, under: row.key })}>{shown}</Link>;
      }
      return linked(figureHref(of, { section, column: column.key, row, first }), place);
    },
    drawTotal: (place) =>
      linked(figureHref(of, { section, column: place.column.key, row: null, first }), place),
  };
}

const outcomeSections = new Set(["outcomes", "indicators"]);
const chartSections = new Set(["budget", "cumulative", "outcomes"]);

/** How the rows of a figure are listed, and in which of the report's columns it stands. */
type Listed = RowList | { kind: RowList; in: "previous" | RowsWhen };

const previous = (kind: RowList): Listed => ({ kind, in: "previous" });
const thisPeriod = (kind: RowList): Listed => ({ kind, in: "this-period" });

const money: Partial<Record<string, Listed>> = {
  budget: "budget",
  plan: "plan",
  actual: "booked",
  previous: previous("booked"),
  "this-period": thisPeriod("booked"),
  accumulated: "booked",
  remaining: "left",
  variance: "left",
};

/** By section and column, the rows that its figures count and nothing else. */
const listedIn: Partial<Record<string, Partial<Record<string, Listed>>>> = {
  money,
  financing: money,
  budget: money,
  cumulative: { plan: "plan", actual: "booked", earlier: "booked" },
  "own-hours": {
    "hours-previous": previous("own-hours"),
    "hours-period": thisPeriod("own-hours"),
    hours: "own-hours",
    "worth-previous": previous("own-hours"),
    "worth-period": thisPeriod("own-hours"),
    worth: "own-hours",
  },
  training: {
    trained: "trained",
    course: "course-people",
    courses: "training",
    hours: "training",
    cost: "course-cost",
    "hand-overs": "hand-over",
    "hand-over-hours": "hand-over",
  },
  cascade: {
    reach: "reached",
    beside: "beside-group",
    activation: "activated",
    learners: "learners",
    trainers: "trainers",
  },
  generations: {
    people: "acquired",
    "hand-overs-own": "hand-over",
    "hand-overs-beside": "beside",
  },
  trained: {
    "trained-period": thisPeriod("trained"),
    trained: "trained",
    "trained-beside": "learned-beside",
    "hand-overs-period": thisPeriod("hand-over"),
    "hand-overs": "hand-over",
    "hand-overs-beside": "beside",
    hours: "hand-over",
  },
};

/** The rows of the table of training are columns of the report. */
const columnsOfRows: Partial<Record<string, "previous" | RowsWhen>> = {
  previous: "previous",
  thisPeriod: "this-period",
  late: "late",
};

type Figure = { section: string; column: string; row: ToldRow | null; first: ToldRow | undefined };

/** Where the rows are that a figure adds up, `row` null for a total; null for one that is of no rows. */
function figureHref(of: RowsOf, { section, column, row, first }: Figure): string | null {
  if (outcomeSections.has(section)) {
    // What its rows give together: the sum, the latest or the average of them, or how many they are.
    const isResult = row && column === "actual";
    return isResult ? rowsHref(of, { section: "indicators", under: row.key }) : null;
  }
  const listed = listedIn[section]?.[column];
  if (!listed) return null;
  const { kind, ...place } = typeof listed === "string" ? { kind: listed } : listed;
  if (section === "cumulative") {
    const until = row && untilOf(column, { row, first });
    return until && rowsHref(of, { section, under: paidKey, until, kind });
  }
  if (section === "training" && row) {
    if (row.key === "accumulated") return rowsHref(of, { section, kind });
    const when = columnsOfRows[row.key];
    return when ? inColumn(of, { section, kind }, when) : null;
  }
  if (section === "own-hours" && row?.key === "")
    return rowsHref(of, { section, kind: "awaiting" });
  const which = { section, kind, ...(row && { under: row.key }) };
  return "in" in place ? inColumn(of, which, place.in) : rowsHref(of, which);
}

/** What was there before is all that the report builds on, or what has an earlier day. */
function inColumn(of: RowsOf, which: WhichRows, column: "previous" | RowsWhen): string | null {
  if ("code" in of || !of.period) return null;
  const { startsOn, base } = of.period;
  if (column !== "previous") return rowsHref(of, { ...which, when: column });
  if (base) return rowsHref(base, which);
  return rowsHref(of, { ...which, until: dayBefore(startsOn) });
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
