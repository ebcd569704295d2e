import { z } from "zod";
import { requiredId, submissionId } from "~/formats/form-fields";
import { isId } from "~/platform/ids";

/** Which costs a list shows: those of one line, those on none, or all. */
export type CostFilter = { line: string } | "unplaced" | "all";

/** The filter of an address; `all` for anything that names no line. */
export function costFilter(url: URL): CostFilter {
  const asked = url.searchParams.get("line");
  if (asked === "unplaced") return asked;
  return isId(asked) ? { line: asked } : "all";
}

/** The address part that a filter comes from. */
export function costFilterValue(filter: CostFilter): string {
  if (filter === "all") return "";
  return filter === "unplaced" ? filter : filter.line;
}

export const placeCostForm = z.object({ submissionId, budgetLineId: requiredId });
export type PlaceCostInput = z.output<typeof placeCostForm>;
