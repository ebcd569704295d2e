import { canonicalJson } from "./canonical-json";
import type { ChangedRow } from "./changed-row";
import { isRename } from "./renames";
import { hasParts, type ReportRow, type RowKind } from "./report-row";

/**
 * What has become of the rows that a report's figures were made of. Both have the same keys. What
 * only one of them says was told by another version of the program, and is no change.
 */
export function changedRows(then: readonly ReportRow[], now: readonly ReportRow[]): ChangedRow[] {
  const [were, are] = [byName(then), byName(now)];
  const changed = then.flatMap((row): ChangedRow[] => {
    const later = are.get(nameOf(row)) ?? null;
    return later && isSaidIn(later, row) ? [] : [{ kind: row.kind, then: row, now: later }];
  });
  const knowsParts = hasParts(then);
  const came = now
    .filter((row) => !were.has(nameOf(row)) && (knowsParts || row.kind !== "part"))
    .map((row) => ({ kind: row.kind, then: null, now: row }));
  return [...changed, ...came];
}

/**
 * Those of the changed rows that a figure of a section is made of: of its own row in the section
 * where any are counted under that, else all that the section counts. No figure is another because
 * something is called otherwise; words are.
 */
export function rowsBehind(
  rows: readonly ChangedRow[],
  { section, rowKey, column = "", isWords }: Figure,
): ChangedRow[] {
  const kinds = kindsOf.get(`${section} ${column}`) ?? kindsBehind(section);
  const ofKinds = kinds ? rows.filter(({ kind }) => kinds.includes(kind)) : [...rows];
  const moving = isWords ? [] : ofKinds.filter((row) => !isRename(row));
  const counted = moving.length > 0 ? moving : ofKinds;
  const own = counted.filter(({ then, now }) =>
    [then, now].some((row) => row !== null && isUnder(row, rowKey)),
  );
  return own.length > 0 && (isWords || moving.length > 0) ? own : counted;
}

type Figure = { section: string; rowKey: string; column?: string; isWords: boolean };

/** The kinds of rows that a section is made of, those that it sums up first; null for all. */
export function kindsBehind(section: string): readonly RowKind[] | null {
  return kindsOf.get(section) ?? null;
}

/** Whether a row of a section's table counts a row: its key has the ids of all that it counts. */
export function isUnder({ kind, under, id, facts }: ReportRow, rowKey: string): boolean {
  if (kind === "cost" && under === null) return rowKey === "unplaced";
  const ids = rowKey.split(" ");
  const isOfParty = "party" in facts && ids.includes(facts.party ?? "owner");
  return isOfParty || ids.includes(id) || (under !== null && ids.includes(under));
}

const money = ["cost", "own-hours", "line", "budget", "grant", "project", "ledger"] as const;
const spread = ["hand-over", "part", "group", "acquired", "method"] as const;

const outcomes = ["measurement", "target", "indicator", ...spread, "training"] as const;

/** What each section of a report is made of, what it sums up first. */
const kindsOf = new Map<string, readonly RowKind[]>([
  ["headline", [...money, ...spread, "training"]],
  ["headline own-hours", ["own-hours", "line", "partner", "budget", "project"]],
  ["headline trained", [...spread, "training"]],
  ["report", ["ledger"]],
  ["project", ["project"]],
  ["grants", ["grant"]],
  ["summary", [...money, ...spread, "training"]],
  ["decisions", ["decision"]],
  ["partners", ["partner"]],
  ["appendices", ["appendix"]],
  ["money", money],
  ["paid", money],
  ["financing", money],
  ["budget", money],
  ["cumulative", money],
  ["own-hours", ["own-hours", "line", "partner", "project"]],
  ["training", ["training", "cost", ...spread]],
  ["cascade", [...spread, "training"]],
  ["trained", ["part", "training", "hand-over", "acquired", "method"]],
  ["generations", spread],
  ["outcomes", outcomes],
  ["indicators", outcomes],
]);

function byName(rows: readonly ReportRow[]): Map<string, ReportRow> {
  return new Map(rows.map((row) => [nameOf(row), row]));
}

function nameOf({ kind, id }: ReportRow): string {
  return `${kind} ${id}`;
}

function isSaidIn(now: ReportRow, then: ReportRow): boolean {
  const [facts, were] = [Object.entries(now.facts), Object.entries(then.facts)];
  const shared = (said: typeof facts, other: typeof facts) => {
    const names = new Set(other.map(([name]) => name));
    return said.filter(([name]) => names.has(name));
  };
  return saidOf(now, shared(facts, were)) === saidOf(then, shared(were, facts));
}

function saidOf({ under, day, person, source }: ReportRow, facts: [string, unknown][]): string {
  return canonicalJson({ under, day, person, source, facts: Object.fromEntries(facts) });
}
