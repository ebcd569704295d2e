import type { ChangedRow } from "./changed-row";
import type { ReportRow, RowKind } from "./report-row";

/** The kinds of rows that say what something is called. */
export const namedKinds = [
  ...(["method", "indicator", "project", "line", "grant", "decision", "phase"] as const),
  ...(["partner", "appendix"] as const),
] satisfies RowKind[];

/** What something was called, and what it is called now. */
export type Rename = { then: string; now: string };

/** What is called otherwise of the things that rows have changed: they are the same ones by their ids. */
export function renamesIn(rows: readonly ChangedRow[]): Rename[] {
  const renames = rows.flatMap(({ then, now }) => {
    if (!then || !now) return [];
    const names = namesOf(now);
    return Object.entries(namesOf(then)).flatMap(([fact, was]): Rename[] => {
      const is = names[fact];
      return is === undefined || is === was ? [] : [{ then: was, now: is }];
    });
  });
  // A name may be a part of another one.
  return renames.toSorted((a, b) => b.then.length - a.then.length);
}

/** Whether a change of a row is of what it is called alone. */
export function isRename({ then, now }: ChangedRow): boolean {
  if (!then || !now) return false;
  const bare = ({ facts, ...row }: ReportRow) => {
    const others = Object.entries(facts).filter(([fact]) => !isName(fact));
    return JSON.stringify([row.day, row.under, others.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  };
  return bare(then) === bare(now);
}

/** Words with what they name called as it is now, and which of the renames that took. */
export function renamed(
  words: string,
  renames: readonly Rename[],
): { words: string; by: Rename[] } {
  const by: Rename[] = [];
  const said = renames.reduce((text, rename) => {
    if (!text.includes(rename.then)) return text;
    by.push(rename);
    return text.replaceAll(rename.then, rename.now);
  }, words);
  return { words: said, by };
}

function namesOf({ facts }: ReportRow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      (fact): fact is [string, string] =>
        isName(fact[0]) && typeof fact[1] === "string" && fact[1] !== "",
    ),
  );
}

const names = [
  ...["name", "code", "costCategory", "funder", "programme", "title", "body"],
  ...["unit", "owner", "orgNumber", "funderRef", "ownRef"],
];

function isName(fact: string): boolean {
  return names.includes(fact);
}
