import { lineOfCost, type PlannedLine } from "~/features/funding/rules/account-ranges";
import { lineInPlace } from "~/features/funding/rules/line-in-place";
import { rowSuccessors } from "~/features/funding/rules/row-successors";
import type { ExtractedRow, ExtractedVoucher } from "./extracted-voucher";
import type { LedgerPlan } from "./ledger-plan";
import type { KnownVoucher } from "./voucher-match";

/** A row that a plan may write in another's place. */
export type KeptLine = { voucher: ExtractedVoucher; row: ExtractedRow; lineId: string };

/**
 * Rows that stay on the line of what they take the place of, otherwise than their accounts say
 * where nobody chooses another for these.
 */
export function keptLines(
  { asked, returning }: Pick<LedgerPlan, "asked" | "returning">,
  lines: readonly PlannedLine[],
): KeptLine[] {
  const inPlace = asked.flatMap(({ voucher, known, reasons: [first] }) =>
    voucher && known && (first === "changed" || first === "moved")
      ? [{ voucher, known, isTakenBack: false }]
      : [],
  );
  const again = returning
    .filter(({ voucher }) => inPlace.every((each) => each.voucher !== voucher))
    .map((each) => ({ ...each, isTakenBack: true }));
  return [...inPlace, ...again].flatMap((each) => keptOf(each, lines));
}

type Pair = { voucher: ExtractedVoucher; known: KnownVoucher; isTakenBack: boolean };

function keptOf({ voucher, known, isTakenBack }: Pair, lines: readonly PlannedLine[]): KeptLine[] {
  const now = voucher.rows.map((row) => ({ ...row, text: row.costText }));
  return rowSuccessors(known.rows, now).flatMap(([one, other]): KeptLine[] => {
    const [old, row] = [known.rows[one], voucher.rows[other]];
    if (!old || !row) return [];
    const { account, bookedOn } = row;
    const own = lineOfCost(lines, { account, day: bookedOn });
    const { lineId = null, isByHand = false } = old;
    const before = { ...{ account: old.account, bookedOn: known.date }, lineId, isByHand };
    const line = lineInPlace(lines, {
      before: { ...before, isTakenBack },
      now: { account, bookedOn, lineId: own },
    });
    return line !== null && line !== own ? [{ voucher, row, lineId: line }] : [];
  });
}
