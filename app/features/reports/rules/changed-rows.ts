import { canonicalJson } from "./canonical-json";
import type { ChangedRow } from "./changed-row";
import { countsUnder, kindsBehind } from "./figure-rows";
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
 * Those of the changed rows that a figure of a section is made of: what the figure itself counts
 * where any of that has changed, else what the section counts; and of these what is counted under
 * its own row in the section, where any are. No figure is another because
 * something is called otherwise; words are. `known`: all rows of then and of now.
 */
export function rowsBehind(
  rows: readonly ChangedRow[],
  known: readonly ReportRow[],
): (figure: Figure) => ChangedRow[] {
  const isUnder = countsUnder(known);
  return ({ section, rowKey, figure = "", isWords }) => {
    const ofKinds = (kinds: readonly RowKind[] | null) =>
      kinds ? rows.filter(({ kind }) => kinds.includes(kind)) : [...rows];
    const exact = kindsBehind(`${section} ${figure}`);
    const nearest = exact ? ofKinds(exact) : [];
    const isNear = nearest.some((row) => isWords || !isRename(row));
    const counted = isNear ? nearest : ofKinds(kindsBehind(section));
    const moving = isWords ? [] : counted.filter((row) => !isRename(row));
    const all = moving.length > 0 ? moving : counted;
    const own = all.filter(({ then, now }) =>
      [then, now].some((row) => row !== null && isUnder(row, rowKey)),
    );
    return own.length > 0 && (isWords || moving.length > 0) ? own : all;
  };
}

type Figure = { section: string; rowKey: string; figure?: string; isWords: boolean };

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
