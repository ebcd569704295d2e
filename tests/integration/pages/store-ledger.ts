import type { Database } from "~/platform/db.server";
import { addDays, toDbDate } from "~/terms/day";
import { projectKeys } from "./page-facts";
import { otherCost, voucherKeys, type World } from "./page-world";

/**
 * Of each project a voucher that has been replaced twice: its last row stands, on another project's
 * line or on one of own hours and so on none; the others were of later.
 */
export async function storeLedger(
  db: Database,
  { projects, vouchers, lines }: World,
): Promise<void> {
  const all = projectKeys.flatMap((key) =>
    voucherKeys.map((name, index) => {
      const next = voucherKeys[index + 1];
      const withdrawnAt = next ? new Date() : null;
      const bookedOn = toDbDate(next ? addDays(otherCost.day, 3) : otherCost.day);
      const of = { id: vouchers[key][name], projectId: projects[key], bookedOn, withdrawnAt };
      const budgetLineId = key === "near" ? lines.far.granted : lines.far.hours;
      return { of, number: name, budgetLineId, replacedById: next ? vouchers[key][next] : null };
    }),
  );
  await db.voucher.createMany({
    data: all.map(({ of, number, replacedById }) => ({
      ...{ ...of, replacedById, number, series: "A", identity: of.id, objectCode: of.projectId },
      ...{ orgNumber: "", fiscalYear: otherCost.day.slice(0, 4), text: "" },
    })),
  });
  await db.cost.createMany({
    data: all.map(({ of: { id: voucherId, ...of }, budgetLineId }) => ({
      ...{
        ...of,
        budgetLineId,
        voucherId,
        rowNumber: 1,
        account: "5800",
        amountOre: otherCost.ore,
      },
    })),
  });
}
