import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

type Given = {
  projectId: string;
  budgetLineId?: string | null;
  bookedOn: string;
  amountOre: number;
  text?: string;
  account?: string;
  sourceId?: string;
  voucherId?: string;
  rowNumber?: number;
  withdrawnAt?: Date;
};

/** Money spent; a withdrawn row where `withdrawnAt` is given. */
export function makeCost(db: Database, { bookedOn, amountOre, ...given }: Given) {
  return db.cost.create({
    data: { ...given, bookedOn: toDbDate(bookedOn), amountOre: BigInt(amountOre) },
  });
}
