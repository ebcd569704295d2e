import { rowsOf, type ReportRow, type RowKind, type RowOf } from "./report-row";

/** What rows are listed as: all of a kind, those of it that count alike, or a set of several kinds. */
export type RowList = RowKind | keyof typeof sets;

/** The kinds that a list has rows of. */
export function kindsIn(list: RowList): readonly RowKind[] {
  return isSet(list) ? sets[list].kinds : [list];
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
  if (isSet(list)) return sets[list].has(row);
  return row.kind === list && isCounted(row);
}

/** Whether a list counts people, each once, rather than its rows. */
export function countsPeople(list: RowList): boolean {
  return list === "trained" || list === "course-people";
}

type RowSet = { kinds: readonly RowKind[]; has: (row: ReportRow) => boolean };

const sets = {
  awaiting: only("own-hours", (row) => !isCounted(row)),
  uncounted: only("hand-over", ({ facts }) => standingOf(facts) === "uncounted"),
  beside: only("hand-over", ({ facts }) => standingOf(facts) === "beside"),
  reached: only("group", ({ facts }) => facts.isReached),
  "learned-beside": only("acquired", ({ facts }) => facts.isBeside),
  // Of everybody who has learned a method: beside the frozen group, from a colleague, who has handed
  // it on, and who of those has learned it outside.
  "beside-group": only("acquired", ({ facts }) => !facts.inGroup && facts.isActive),
  learners: only("acquired", ({ facts }) => facts.generation > 0),
  trainers: only("acquired", ({ facts }) => facts.hasTaught),
  activated: only("acquired", ({ facts }) => facts.hasTaught && facts.generation === 0),
  "course-people": only("training", () => true),
  "course-cost": only("cost", ({ source }) => source?.type === "training_record"),
  // The budgets, each with what is planned of it.
  plan: only("budget", () => true),
  // An approved course, or a learner's part in a counted hand-over.
  trained: mixed(["training", "part"], (row) => row.kind !== "part" || row.facts.isLearner),
  active: mixed(["training", "part"], () => true),
  // What is spent of the budget, and the budget less that.
  booked: mixed(["cost", "own-hours"], isCounted),
  left: mixed(["budget", "cost", "own-hours"], isCounted),
} satisfies Record<string, RowSet>;

function isSet(list: RowList): list is keyof typeof sets {
  return list in sets;
}

function only<Kind extends RowKind>(kind: Kind, has: (row: RowOf<Kind>) => boolean): RowSet {
  return { kinds: [kind], has: (row) => rowsOf([row], kind).some(has) };
}

function mixed(kinds: readonly RowKind[], has: (row: ReportRow) => boolean): RowSet {
  return { kinds, has: (row) => kinds.includes(row.kind) && has(row) };
}

/** Own hours that await an answer count nowhere yet, nor do hand-overs that don't count. */
function isCounted(row: ReportRow): boolean {
  if (row.kind === "own-hours") return row.day !== null;
  return row.kind !== "hand-over" || standingOf(row.facts) === "hand-over";
}

type HandOver = Extract<ReportRow, { kind: "hand-over" }>["facts"];

function standingOf({ isOwn, generation, countsFrom }: HandOver) {
  if (!isOwn) return "beside";
  return generation === null || countsFrom === null ? "uncounted" : "hand-over";
}
