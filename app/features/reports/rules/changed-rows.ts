import { canonicalJson } from "./canonical-json";
import type { ReportRow, RowKind } from "./report-row";

/** A row that is otherwise now than it was: `then` null where it has come, `now` where it has gone. */
export type ChangedRow = { kind: RowKind; then: ReportRow | null; now: ReportRow | null };

/** What has become of the rows that a report's figures were made of. Both have the same keys. */
export function changedRows(then: readonly ReportRow[], now: readonly ReportRow[]): ChangedRow[] {
  const [were, are] = [byName(then), byName(now)];
  const changed = then.flatMap((row): ChangedRow[] => {
    const later = are.get(nameOf(row)) ?? null;
    return later && saidOf(later) === saidOf(row)
      ? []
      : [{ kind: row.kind, then: row, now: later }];
  });
  const came = now
    .filter((row) => !were.has(nameOf(row)))
    .map((row) => ({ kind: row.kind, then: null, now: row }));
  return [...changed, ...came];
}

/**
 * Those of the changed rows that a figure of a section is made of: of its own row in the section
 * where any are counted under that, else all that the section counts.
 */
export function rowsBehind(
  rows: readonly ChangedRow[],
  { section, rowKey }: { section: string; rowKey: string },
): ChangedRow[] {
  const kinds = kindsOf.get(section);
  const counted = kinds ? rows.filter(({ kind }) => kinds.includes(kind)) : [...rows];
  const own = counted.filter(({ then, now }) =>
    [then, now].some((row) => row !== null && isUnder(row, rowKey)),
  );
  return own.length > 0 ? own : counted;
}

function isUnder({ kind, under, id }: ReportRow, rowKey: string): boolean {
  if (kind === "cost" && under === null) return rowKey === "unplaced";
  return rowKey !== "" && (under === rowKey || id === rowKey);
}

const money = ["cost", "own-hours", "line", "budget", "grant", "project", "ledger"] as const;
const spread = ["hand-over", "group", "acquired", "method"] as const;

/** What each section of a report is made of. */
const kindsOf = new Map<string, readonly RowKind[]>([
  ["headline", [...money, ...spread, "training"]],
  ["report", ["ledger"]],
  ["project", ["project"]],
  ["grants", ["grant"]],
  ["summary", [...money, ...spread]],
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
  ["cascade", spread],
  ["generations", spread],
  ["outcomes", ["indicator", "target", "measurement", ...spread]],
]);

function byName(rows: readonly ReportRow[]): Map<string, ReportRow> {
  return new Map(rows.map((row) => [nameOf(row), row]));
}

function nameOf({ kind, id }: ReportRow): string {
  return `${kind} ${id}`;
}

function saidOf({ under, day, person, source, facts }: ReportRow): string {
  return canonicalJson({ under, day, person, source, facts });
}
