import type { Counted } from "~/features/reports/rules/report";

/** A count of which `previous` was told before, and nothing has changed or come late. */
export function counted(accumulated: number, previous: number): Counted {
  return { previous, changed: 0, thisPeriod: accumulated - previous, late: 0, accumulated };
}
