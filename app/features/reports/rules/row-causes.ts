import type { ChangedRow } from "./changed-row";
import type { ReportRow, RowKind } from "./report-row";

/** What the trail says that somebody did something to: its kind, and which of its facts are others. */
export type Act = { type: string; changed: readonly string[] | null };

/** Whether an act on something may be what made a row another one. */
export function isCause({ type, changed }: Act, row: ChangedRow): boolean {
  if (!(actsOn[row.kind]?.includes(type) ?? !isNamesAlone(type))) return false;
  if (row.kind !== "project" || !row.then || !row.now) return true;
  const facts = factsOf[type] ?? {};
  const differing = differingFacts(row.then, row.now);
  return differing.some(
    (fact) => fact in facts && (changed === null || changed.includes(facts[fact] ?? "")),
  );
}

/** Rows that say what something is called, and the kinds of things that they say it of. */
const actsOn: Partial<Record<RowKind, readonly string[]>> = {
  project: ["project", "unit", "authority"],
  method: ["competence"],
  grant: ["grant", "grants", "funder"],
};

/** An act on these changes no row but those of the kinds that say what they are called. */
function isNamesAlone(type: string): boolean {
  return ["project", "unit", "authority", "competence", "funder", "course"].includes(type);
}

/** Which of a project row's facts an act on what may change, and what the trail calls them. */
const factsOf: Record<string, Record<string, string>> = {
  project: {
    day: "startsOn",
    code: "code",
    name: "name",
    lastDay: "endsOn",
    unit: "unitId",
    purpose: "purpose",
  },
  unit: { unit: "name" },
  authority: { owner: "name", orgNumber: "orgNumber" },
};

function differingFacts(then: ReportRow, now: ReportRow): string[] {
  const were = new Map(Object.entries<unknown>(then.facts));
  return Object.entries<unknown>({ ...now.facts, day: now.day })
    .filter(
      ([fact, is]) =>
        JSON.stringify(is) !== JSON.stringify(fact === "day" ? then.day : were.get(fact)),
    )
    .map(([fact]) => fact);
}
