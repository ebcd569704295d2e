import { concerns } from "~/features/exchange/ledgers/concern";
import {
  canReplace,
  canTake,
  leftOf,
  type LedgerWrites,
} from "~/features/exchange/ledgers/ledger-answers";
import type { Asked, LedgerPlan, NamedVoucher } from "~/features/exchange/ledgers/ledger-plan";
import {
  byDay,
  type LedgerTarget,
  type Placement,
} from "~/features/funding/costs/ledger-target.queries.server";
import {
  askedGroups,
  countPersonalNumbers,
} from "~/features/exchange/ledgers/plan-preview.queries.server";
import { twinKey } from "~/features/exchange/ledgers/logged-twins";
import type { ChosenTwin } from "~/features/exchange/ledgers/twin-assignment";
import type { ComparedRow, RowDifference } from "~/features/exchange/ledgers/row-difference";
import { voucherName } from "~/features/exchange/ledgers/voucher-name";
import { lineTitle } from "~/features/funding/rules/line-title";
import { translator } from "~/i18n/server";
import { counted, kronor, say } from "./print";

type Shown = {
  target: LedgerTarget;
  placement: Placement;
  objectCode: string;
  /** What the options say yes to. */
  writes: LedgerWrites;
  /** The logged costs whose place the ledger's rows will take. */
  twins: readonly ChosenTwin[];
};

const mostVouchers = 20;
const t = translator("en");

/** What an import would do, for a terminal: the counts, what to know, where the accounts go. */
export function showLedgerPlan(plan: LedgerPlan, shown: Shown): void {
  const { target, objectCode, placement } = shown;
  say(`Project ${target.code} ${target.name}, object ${objectCode}:`);
  say(`  new: ${counted(plan.added.length, "voucher")}, ${kronor(plan.addedSumOre)}`);
  say(`  already here: ${plan.same.length}`);
  for (const lines of [...questions(plan, shown), ...notes(plan, shown)]) {
    for (const line of lines.slice(0, mostVouchers)) say(`  ${line}`);
    if (lines.length > mostVouchers) say(`  … and ${lines.length - mostVouchers} more of these`);
  }
  for (const [account, lineId] of Object.entries(placement)) {
    const line = target.lines.find(({ id }) => id === lineId);
    const unnamed = lineId === byDay ? "the line whose budget has the day" : "not yet placed";
    say(`  account ${account} → ${line ? lineTitle(line) : unnamed}`);
  }
}

/** What is left out unless the options say otherwise: a list for each reason. */
function questions(plan: LedgerPlan, { writes, twins }: Shown): string[][] {
  const open = new Set(leftOf(plan, writes, twins));
  const inPairs = new Set([...plan.twins, ...plan.together].map(({ voucher }) => voucher.key));
  const isInPair = ({ key }: Asked) => inPairs.has(key);
  return askedGroups(plan).map(({ reason, asked }) => {
    const left = asked.filter((each) => open.has(each));
    const title = t(`exchange.ledger.ask.${reason}`, { count: asked.length, n: asked.length });
    const options = [
      ...(asked.some(canReplace) ? [`--replace ${reason}`] : []),
      ...(reason === "logged" && asked.some(isInPair) ? ["--replace-logged"] : []),
      ...(asked.some(canTake) ? [`--also ${reason}`] : []),
    ];
    const fate = left.length === 0 ? "as you say" : `left as it is without ${options.join(" or ")}`;
    return [`${title}; ${fate}:`, ...asked.map((each) => `  ${askedInWords(each)}`)];
  });
}

/** `A 1, 2026-03-01, 900,00 kr (was 800,00 kr, 2026-03-01; gone: …)` */
function askedInWords({ shown, voucher, known, reasons, ...difference }: Asked): string {
  const [first, ...more] = reasons;
  const others = more.map((reason) => t(`exchange.ledger.askReason.${reason}`));
  const parts = [
    ...(voucher?.details ?? []),
    ...(first === "changed" || first === "moved"
      ? [
          `was ${known ? nameAndDay(known) : ""}, ${kronor(known?.sumOre ?? 0)}; ${inWords(difference)}`,
        ]
      : []),
    ...(first === "equal" && known ? [`is in ${known.projectCode}`] : []),
    ...(known?.otherObject ? [`under object ${known.otherObject}`] : []),
    ...(others.length > 0 ? [`also ${others.join(", ")}`] : []),
  ];
  const named = [nameAndDay(shown), kronor(shown.sumOre), shown.text];
  const text = named.filter(Boolean).join(", ");
  return parts.length > 0 ? `${text} (${parts.join("; ")})` : text;
}

/** A voucher without a number is called by its day. */
function nameAndDay(voucher: NamedVoucher): string {
  return voucher.number === "" ? voucherName(voucher) : `${voucherName(voucher)}, ${voucher.date}`;
}

/** `gone: 5810 100,00 kr Resa; come: 5831 100,00 kr Hotell` */
function inWords({ gone, come }: RowDifference): string {
  const words = (rows: readonly ComparedRow[]) =>
    rows.map((row) => [row.account, kronor(row.amountOre), row.text].filter(Boolean).join(" "));
  const parts = [
    ...words(gone).map((row) => `gone: ${row}`),
    ...words(come).map((row) => `come: ${row}`),
  ];
  return parts.length > 0
    ? parts.join("; ")
    : "its rows are the same: its series, number, date, object or text is not";
}

/** What to know, a list of lines for each kind. */
function notes(plan: LedgerPlan, { twins: chosen }: Shown): string[][] {
  const elsewhere = plan.elsewhere.map(
    ({ voucher, projectCode }) =>
      `belongs to project ${projectCode} already, not touched: ${voucherName(voucher)}`,
  );
  const outside = plan.outsidePeriod.map(
    (voucher) => `dated outside the project's period: ${nameAndDay(voucher)}`,
  );
  const shared = plan.shared.map(({ voucher, objectCodes, importedAs }) => {
    const here = importedAs.map((other) => `${other.objectCode} in ${other.projectCode}`);
    const also = `rows also name ${objectCodes.join(", ")} and count in full there: ${voucherName(voucher)}`;
    return here.length > 0 ? `${also} (already imported: ${here.join(", ")})` : also;
  });
  const takenBack = plan.takenBack.map(
    (voucher) => `was here and has been taken back: ${voucherName(voucher)}`,
  );
  const unbalanced = plan.unbalancedElsewhere.map(
    ({ voucher, differenceOre }) =>
      `doesn't balance (${kronor(differenceOre)}), but concerns neither object nor project: ${voucherName(voucher)}`,
  );
  const taken = new Set(chosen.map(twinKey));
  const twins = plan.twins.map((twin) => {
    const { cost, voucher } = twin;
    const is = taken.has(twinKey(twin)) ? "takes the place of the" : "may be the same cost as the";
    return `${is} logged course "${cost.text}" (${cost.bookedOn}, ${kronor(cost.amountOre)}): ${voucherName(voucher)}`;
  });
  const together = plan.together.map(({ voucher, of }) => {
    const isTaken = of.some((cost) => taken.has(twinKey({ cost, voucher })));
    const is = isTaken ? "takes the place of" : "may be one invoice of several of";
    const courses = of.map(({ text, amountOre }) => `"${text}" (${kronor(amountOre)})`);
    return `${is} the logged courses ${courses.join(", ")}: ${voucherName(voucher)}`;
  });
  const numbers = countPersonalNumbers(plan);
  const personal =
    numbers > 0
      ? [`${counted(numbers, "text")} with what looks like a personal identity number, to be kept`]
      : [];
  return [elsewhere, outside, shared, takenBack, unbalanced, twins, together, personal];
}

/** The reasons that a ledger's options may name. */
export const alsoReasons = ["changed", "moved", "equal", ...concerns, "logged", "credit"] as const;
export const replaceReasons = ["changed", "moved", "vanished"] as const;
