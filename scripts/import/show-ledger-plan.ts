import type { LedgerPlan } from "~/features/exchange/ledgers/ledger-plan";
import {
  byDay,
  type LedgerTarget,
  type Placement,
} from "~/features/exchange/ledgers/ledger-target.queries.server";
import { countPersonalNumbers } from "~/features/exchange/ledgers/plan-preview.queries.server";
import type { ComparedRow, RowDifference } from "~/features/exchange/ledgers/row-difference";
import { voucherName } from "~/features/exchange/ledgers/voucher-name";
import { lineTitle } from "~/features/funding/rules/line-title";
import { counted, kronor, say } from "./print";

type Shown = {
  target: LedgerTarget;
  placement: Placement;
  objectCode: string;
  /** The ledger's rows will take the place of logged costs. */
  replaces: boolean;
};

const mostVouchers = 20;

/** What an import would do, for a terminal: the counts, what to know, where the accounts go. */
export function showLedgerPlan(plan: LedgerPlan, shown: Shown): void {
  const { target, objectCode, placement } = shown;
  say(`Project ${target.code} ${target.name}, object ${objectCode}:`);
  say(`  new: ${counted(plan.added.length, "voucher")}, ${kronor(plan.addedSumOre)}`);
  say(`  already here: ${plan.same.length}`);
  for (const lines of notes(plan, shown)) {
    for (const line of lines.slice(0, mostVouchers)) say(`  ${line}`);
    if (lines.length > mostVouchers) say(`  … and ${lines.length - mostVouchers} more of these`);
  }
  for (const [account, lineId] of Object.entries(placement)) {
    const line = target.lines.find(({ id }) => id === lineId);
    const unnamed = lineId === byDay ? "the line whose budget has the day" : "not yet placed";
    say(`  account ${account} → ${line ? lineTitle(line) : unnamed}`);
  }
}

/** `gone: 5810 100,00 kr Resa; come: 5831 100,00 kr Hotell` */
function inWords({ gone, come }: RowDifference): string {
  const words = (rows: readonly ComparedRow[]) =>
    rows.map((row) => [row.account, kronor(row.amountOre), row.text].filter(Boolean).join(" "));
  const parts = [
    ...words(gone).map((row) => `gone: ${row}`),
    ...words(come).map((row) => `come: ${row}`),
  ];
  return parts.length > 0 ? parts.join("; ") : "its rows are the same: its date or text is not";
}

/** What to know, a list of lines for each kind. */
function notes(plan: LedgerPlan, { replaces }: Shown): string[][] {
  const changed = plan.changed.map(
    ({ voucher, earlierSumOre, ...difference }) =>
      `changed since it was imported, not touched: ${voucherName(voucher)} (was ${kronor(earlierSumOre)}, now ${kronor(voucher.sumOre)}; ${inWords(difference)})`,
  );
  const elsewhere = plan.elsewhere.map(
    ({ voucher, projectCode }) =>
      `belongs to project ${projectCode} already, not touched: ${voucherName(voucher)}`,
  );
  const outside = plan.outsidePeriod.map(
    (voucher) => `dated outside the project's period: ${voucherName(voucher)}, ${voucher.date}`,
  );
  const shared = plan.shared.map(({ voucher, objectCodes, importedAs }) => {
    const here = importedAs.map((other) => `${other.objectCode} in ${other.projectCode}`);
    const also = `rows also name ${objectCodes.join(", ")} and count in full there: ${voucherName(voucher)}`;
    return here.length > 0 ? `${also} (already imported: ${here.join(", ")})` : also;
  });
  const alike = plan.alike.map(
    (voucher) =>
      `the same is here from a file with another organisation number or fiscal year: ${voucherName(voucher)}`,
  );
  const takenBack = plan.takenBack.map(
    (voucher) => `was here and has been taken back: ${voucherName(voucher)}`,
  );
  const twins = plan.twins.map(
    ({ cost, voucher }) =>
      `${replaces ? "takes the place of the" : "may be the same cost as the"} logged course "${cost.text}" (${cost.bookedOn}, ${kronor(cost.amountOre)}): ${voucherName(voucher)}`,
  );
  const advice =
    twins.length > 0 && !replaces
      ? ["both will count, unless --replace-logged lets the ledger's rows replace the logged costs"]
      : [];
  const numbers = countPersonalNumbers(plan.added);
  const personal =
    numbers > 0
      ? [`${counted(numbers, "text")} with what looks like a personal identity number, to be kept`]
      : [];
  return [changed, elsewhere, outside, shared, alike, takenBack, twins, advice, personal];
}
