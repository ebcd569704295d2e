import { toDbDate } from "~/platform/clock";
import type { Database } from "~/platform/db.server";

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
