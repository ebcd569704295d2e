import type { ReportRow, RowKind } from "./report-row";

/** What rows are listed as: all of a kind, those of it that count alike, or a set of several kinds. */
export type RowList = RowKind | Alike | keyof typeof mixed;

/** Those rows of a kind that count alike; of `plan` the budgets, each with what is planned of it. */
type Alike = "awaiting" | "uncounted" | "beside" | "reached" | "learned-beside" | "plan";

/** Lists of several kinds. `booked`: what is spent of the budget; `left`: the budget less that. */
const mixed = {
  trained: ["training", "part"],
  booked: ["cost", "own-hours"],
  left: ["budget", "cost", "own-hours"],
} as const satisfies Record<string, readonly RowKind[]>;

/** The kinds that a list has rows of. */
export function kindsIn(list: RowList): readonly RowKind[] {
  return isMixed(list) ? mixed[list] : [kindIn(list)];
}

function isMixed(list: RowList): list is keyof typeof mixed {
  return list in mixed;
}

/** What the rows of a kind are listed as; every row is in one of these. */
export function listsOfKind(kind: RowKind): readonly RowList[] {
  if (kind === "own-hours") return [kind, "awaiting"];
  return kind === "hand-over" ? [kind, "uncounted", "beside"] : [kind];
}

/**
 * Whether a list has a row: by what the figure counts that opens it. So of hours and hand-overs what
 * counts and what doesn't are lists of their own, and the trained are no trainers.
 */
export function isListed(row: ReportRow, list: RowList): boolean {
  if (isMixed(list)) {
    return (
      kindsIn(list).includes(row.kind) && (list === "trained" ? isTrained(row) : isBooked(row))
    );
  }
  if (row.kind !== kindIn(list)) return false;
  switch (row.kind) {
    case "own-hours":
      return (list === "awaiting") === (row.day === null);
    case "hand-over":
      return list === standingOf(row.facts);
    case "group":
      return list === "group" || row.facts.isReached;
    case "acquired":
      return list === "acquired" || row.facts.isBeside;
    default:
      return true;
  }
}

function kindIn(list: Exclude<RowList, keyof typeof mixed>): RowKind {
  switch (list) {
    case "awaiting":
      return "own-hours";
    case "uncounted":
    case "beside":
      return "hand-over";
    case "reached":
      return "group";
    case "learned-beside":
      return "acquired";
    case "plan":
      return "budget";
    default:
      return list;
  }
}

/** Own hours that await an answer are spent on nothing yet. */
function isBooked(row: ReportRow): boolean {
  return row.kind !== "own-hours" || row.day !== null;
}

/** An approved course, or a learner's part in a counted hand-over. */
function isTrained(row: ReportRow): boolean {
  return row.kind === "training" || (row.kind === "part" && row.facts.isLearner);
}

type HandOver = Extract<ReportRow, { kind: "hand-over" }>["facts"];

function standingOf({ isOwn, generation, countsFrom }: HandOver): RowList {
  if (!isOwn) return "beside";
  return generation === null || countsFrom === null ? "uncounted" : "hand-over";
}
