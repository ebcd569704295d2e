import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { useCounted } from "../uploads/counted";
import type { ComparedRow, RowDifference } from "./row-difference";

const mostShown = 6;

/** Says which rows of a voucher went and which came. */
export function useRowDifference(): (difference: RowDifference) => string {
  const t = useT();
  const counted = useCounted();
  const { formatKronor } = useFormat();
  const words = ({ account, amountOre, text }: ComparedRow) =>
    [account, formatKronor(amountOre, { withOre: true }), text].filter(Boolean).join(" ");
  return ({ gone, come }) => {
    const rows = [
      ...gone.map((row) => t("exchange.ledger.gone", { row: words(row) })),
      ...come.map((row) => t("exchange.ledger.come", { row: words(row) })),
    ];
    if (rows.length === 0) return t("exchange.ledger.onlyWords");
    const left = rows.length - mostShown;
    const shown = rows.slice(0, mostShown);
    return [...shown, ...(left > 0 ? [counted("exchange.ledger.moreRows", left)] : [])].join("; ");
  };
}
