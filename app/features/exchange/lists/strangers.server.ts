import type { TrainingPlan } from "./training-plan.queries.server";

/** Whether a list of several rows is of nobody here: another authority's, or another program's people. */
export function isOfStrangers({ faults, rowCount, unfinished, askedRows }: Counted): boolean {
  const rows = new Set(faults.flatMap(({ row, reason }) => (reason === "noPerson" ? [row] : [])));
  return rows.size > 1 && rows.size + unfinished + askedRows === rowCount;
}

type Counted = Pick<TrainingPlan, "faults" | "rowCount" | "unfinished" | "askedRows">;
