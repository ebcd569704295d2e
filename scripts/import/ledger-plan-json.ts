import { leftOf, type LedgerWrites } from "~/features/exchange/ledgers/ledger-answers";
import type { ChosenTwin } from "~/features/exchange/ledgers/twin-assignment";
import type { Asked, LedgerPlan } from "~/features/exchange/ledgers/ledger-plan";
import type { LedgerTarget } from "~/features/funding/costs/ledger-target.queries.server";

type Given = {
  target: LedgerTarget;
  objectCode: string;
  writes: LedgerWrites;
  twins: readonly ChosenTwin[];
  written: boolean;
};

/** What an import would do, or has done, as plain data; amounts in öre. */
export function ledgerPlanJson(plan: LedgerPlan, given: Given) {
  const { target, objectCode, writes, twins, written } = given;
  const { added, same, elsewhere, takenBack, unbalancedHere, unbalancedElsewhere } = plan;
  return {
    project: target.code,
    object: objectCode,
    isWritten: written,
    new: sumsOf(added),
    same: same.length,
    writes: sumsOf(writes.written),
    takesBack: sumsOf(writes.removed.map(({ known }) => known)),
    left: leftOf(plan, writes, twins).map(leftVoucher),
    pairs: plan.twins.map(({ cost, voucher }) => ({
      ...{ course: cost.text, bookedOn: cost.bookedOn, amountOre: cost.amountOre },
      voucher: named(voucher),
      isReplaced: twins.some((twin) => twin.cost === cost && twin.voucher === voucher),
    })),
    sharedInvoices: plan.together.map(({ voucher, of }) => ({
      voucher: named(voucher),
      courses: of.map((cost) => ({
        ...{ course: cost.text, bookedOn: cost.bookedOn, amountOre: cost.amountOre },
        isReplaced: twins.some((twin) => twin.cost === cost && twin.voucher === voucher),
      })),
    })),
    elsewhere: elsewhere.map(({ voucher, projectCode }) => ({
      ...named(voucher),
      project: projectCode,
    })),
    wasTakenBack: takenBack.map(named),
    unbalanced: [...unbalancedHere, ...unbalancedElsewhere].map(({ voucher, differenceOre }) => ({
      ...named(voucher),
      differenceOre,
    })),
  };
}

function leftVoucher({ reasons, shown, voucher, known }: Asked) {
  const standing = known && {
    ...{ date: known.date, sumOre: known.sumOre, project: known.projectCode },
  };
  const { text, sumOre } = shown;
  return { ...named(shown), text, sumOre, reasons, details: voucher?.details ?? [], standing };
}

function named({ series, number, date }: { series: string; number: string; date: string }) {
  return { series, number, date };
}

function sumsOf(vouchers: readonly { rows: readonly unknown[]; sumOre: number }[]) {
  return {
    vouchers: vouchers.length,
    rows: vouchers.reduce((count, { rows }) => count + rows.length, 0),
    sumOre: vouchers.reduce((sum, { sumOre }) => sum + sumOre, 0),
  };
}
