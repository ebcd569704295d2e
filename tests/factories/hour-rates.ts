import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

/** What an own hour of a project is worth, by days in order: each rate until the next begins. */
export function makeHourRates(
  db: Database,
  projectId: string,
  rates: { validFrom: string; rateOre: number }[],
) {
  return db.hourRate.createMany({
    data: rates.map(({ validFrom, rateOre }, index) => {
      const next = rates[index + 1];
      return {
        ...{ projectId, rateOre: BigInt(rateOre), validFrom: toDbDate(validFrom) },
        endsBefore: next ? toDbDate(next.validFrom) : null,
      };
    }),
  });
}
