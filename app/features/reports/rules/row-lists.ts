import type { ReportRow, RowKind } from "./report-row";

/** What rows are listed as: all of a kind, those of it that count alike, or a set of several kinds. */
export type RowList =
  RowKind | "awaiting" | "uncounted" | "beside" | "trained" | "reached" | "learned-beside";

/** The kinds that a list has rows of. */
export function kindsIn(list: RowList): readonly RowKind[] {
  return list === "trained" ? ["training", "part"] : [kindIn(list)];
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
  if (list === "trained") return isTrained(row);
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

function kindIn(list: Exclude<RowList, "trained">): RowKind {
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
    default:
      return list;
  }
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
