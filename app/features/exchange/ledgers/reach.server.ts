import { coveredUntil } from "~/formats/sie/covered-days";
import type { SieFile } from "~/formats/sie/sie-file";
import { companyOf } from "./concerns.server";
import type { Reach } from "./file-reach";

/** How far each company's vouchers reach, also those that are no project's. */
export function reachOf(file: SieFile): ReadonlyMap<string, Reach> {
  const reach = new Map<string, Reach & { series: Set<string> }>();
  const stated = coveredUntil(file) ?? "";
  for (const { date, series, head } of file.vouchers) {
    if (date === null) continue;
    const company = companyOf(head);
    const known = reach.get(company) ?? {
      ...{ first: date, last: date, until: stated },
      series: new Set<string>(),
    };
    if (date < known.first) known.first = date;
    if (date > known.last) known.last = date;
    if (date > known.until) known.until = date;
    known.series.add(series);
    reach.set(company, known);
  }
  return reach;
}
