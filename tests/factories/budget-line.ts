import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { next } from "./sequence";

type Given = {
  projectId: string;
  financing?: "grant" | "cash" | "in_kind";
  costCategory?: string;
  position?: number;
  name?: string;
  grantId?: string;
  /** The plan of 2013 in öre, or of the periods given. */
  plan?: number | { startsOn: string; endsBefore: string; amountOre: number }[];
};

/** A line of a project's budget, after those made before it. */
export function makeBudgetLine(db: Database, { plan = [], ...given }: Given) {
  const number = next();
  const amounts =
    typeof plan === "number"
      ? [{ startsOn: "2013-01-01", endsBefore: "2014-01-01", amountOre: plan }]
      : plan;
  return db.budgetLine.create({
    data: {
      position: number,
      costCategory: "Utbildning",
      name: `Post ${number}`,
      financing: "grant",
      ...given,
      amounts: {
        create: amounts.map(({ startsOn, endsBefore, amountOre }) => ({
          startsOn: toDbDate(startsOn),
          endsBefore: toDbDate(endsBefore),
          amountOre: BigInt(amountOre),
        })),
      },
    },
  });
}
