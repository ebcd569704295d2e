import type { ChangedRow } from "./changed-row";
import type { ReportRow } from "./report-row";

/**
 * The facts that two states of a row say otherwise; null of a row that has come or gone. What only
 * one of them says is another version's. None where it comes from another entry, and says the same.
 */
export function factsThatDiffer({ then, now }: ChangedRow): string[] | null {
  if (!then || !now) return null;
  const were = factsOf(then);
  return [...factsOf(now)].flatMap(([fact, is]) =>
    !were.has(fact) || fact === "origin" || JSON.stringify(is) === JSON.stringify(were.get(fact))
      ? []
      : [fact],
  );
}

function factsOf({ facts, day, under }: ReportRow): Map<string, unknown> {
  return new Map<string, unknown>(Object.entries({ ...facts, day, under }));
}
