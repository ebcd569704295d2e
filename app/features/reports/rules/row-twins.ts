import type { ChangedRow } from "./changed-row";
import type { ReportRow } from "./report-row";

/** With both states of a twin; `hasGone` where the row itself is the one that has gone. */
export type TwinnedRow = ChangedRow & { hasGone?: boolean };

/** The rows with what has gone and what has come in its place as one that has changed. */
export function withTwins(rows: readonly ChangedRow[]): TwinnedRow[] {
  const gone = new Map<string, ReportRow>();
  const come = new Map<string, ReportRow>();
  for (const { then, now } of rows) {
    if (then && !now) gone.set(nameOf(then), then);
    if (now && !then) come.set(nameOf(now), now);
  }
  return rows.map((row) => {
    const only = row.then && row.now ? null : (row.then ?? row.now);
    if (only === null) return row;
    const [then, now] = [gone.get(nameOf(only)), come.get(nameOf(only))];
    return then && now ? { kind: row.kind, then, now, hasGone: row.now === null } : row;
  });
}

/** What takes a row's place has its kind, its person and what it was at first. */
function nameOf({ kind, id, person, facts }: ReportRow): string {
  const origin = "origin" in facts ? (facts.origin ?? id) : id;
  const party = "party" in facts ? facts.party : null;
  return JSON.stringify([kind, origin, person, party]);
}
