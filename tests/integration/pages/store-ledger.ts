import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";
import { projectKeys } from "./page-facts";
import { otherCost, voucherKeys, type World } from "./page-world";

/** Of each project a voucher that has been replaced twice: its last row stands, the others did. */
export async function storeLedger(db: Database, { projects, vouchers }: World): Promise<void> {
  const bookedOn = toDbDate(otherCost.day);
  const all = projectKeys.flatMap((key) =>
    voucherKeys.map((name, index) => {
      const next = voucherKeys[index + 1];
      const withdrawnAt = next ? new Date() : null;
      const of = { id: vouchers[key][name], projectId: projects[key], bookedOn, withdrawnAt };
      return { of, number: name, replacedById: next ? vouchers[key][next] : null };
    }),
  );
  await db.voucher.createMany({
    data: all.map(({ of, number, replacedById }) => ({
      ...{ ...of, replacedById, number, series: "A", identity: of.id, objectCode: of.projectId },
      ...{ orgNumber: "", fiscalYear: otherCost.day.slice(0, 4), text: "" },
    })),
  });
  await db.cost.createMany({
    data: all.map(({ of: { id: voucherId, ...of } }) => ({
      ...{ ...of, voucherId, rowNumber: 1, account: "5800", amountOre: otherCost.ore },
    })),
  });
}
