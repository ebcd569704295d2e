import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

type Given = {
  projectId: string;
  budgetLineId: string;
  workedOn: string;
  minutes: number;
  amountOre: number;
  withdrawnAt?: Date;
  text?: string;
  /** From when they count: the day worked, unless told otherwise. */
  countsOn?: string | null;
} & ({ personId: string } | { partnerId: string });

/** Own hours of a person, or of a partner as a whole. */
export function makeOwnHours(
  db: Database,
  { workedOn, amountOre, countsOn = workedOn, ...given }: Given,
) {
  return db.ownHours.create({
    data: {
      ...given,
      workedOn: toDbDate(workedOn),
      countsOn: countsOn === null ? null : toDbDate(countsOn),
      rateOre: 35_000n,
      amountOre: BigInt(amountOre),
    },
  });
}
