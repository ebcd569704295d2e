import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

type Given = {
  projectId: string;
  budgetLineId?: string | null;
  bookedOn: string;
  amountOre: number;
  text?: string;
  account?: string;
  /** The course's record that it was logged with. */
  sourceId?: string;
  voucherId?: string;
  rowNumber?: number;
  withdrawnAt?: Date;
};

/** Money spent; a withdrawn row where `withdrawnAt` is given. */
export function makeCost(db: Database, { bookedOn, amountOre, ...given }: Given) {
  const sourceType = given.sourceId === undefined ? null : ("training_record" as const);
  return db.cost.create({
    data: { ...given, sourceType, bookedOn: toDbDate(bookedOn), amountOre: BigInt(amountOre) },
  });
}
