import { formatKronor } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { ComparedRow, RowDifference } from "./row-difference";

const mostShown = 6;

/** Says which rows of a voucher went and which came. */
export function differenceInWords(difference: RowDifference, speech: Speech): string {
  const lines = differenceLines(difference, speech);
  if (lines.length === 0) return speech.t("exchange.ledger.onlyWords");
  const left = lines.length - mostShown;
  const more = left > 0 ? [speech.t("exchange.ledger.moreRows", { count: left, n: left })] : [];
  return [...lines.slice(0, mostShown), ...more].join("; ");
}

function differenceLines({ gone, come }: RowDifference, { t, language }: Speech): string[] {
  const words = ({ account, amountOre, text }: ComparedRow) =>
    [account, formatKronor(amountOre, language, { withOre: true }), text].filter(Boolean).join(" ");
  return [
    ...gone.map((row) => t("exchange.ledger.gone", { row: words(row) })),
    ...come.map((row) => t("exchange.ledger.come", { row: words(row) })),
  ];
}
