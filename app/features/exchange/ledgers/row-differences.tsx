import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";
import type { ComparedRow, RowDifference } from "./row-difference";

const mostShown = 6;

/** Which rows of a voucher went and which came. */
export function RowDifferences({ difference: { gone, come } }: { difference: RowDifference }) {
  const t = useT();
  const counted = useCounted();
  const { formatKronor } = useFormat();
  const words = ({ account, amountOre, text }: ComparedRow) =>
    [account, formatKronor(amountOre, { withOre: true }), text].filter(Boolean).join(" ");
  const lines = [
    ...gone.map((row) => t("exchange.ledger.gone", { row: words(row) })),
    ...come.map((row) => t("exchange.ledger.come", { row: words(row) })),
  ];
  if (lines.length === 0) return t("exchange.ledger.onlyWords");
  const left = lines.length - mostShown;
  return (
    <ul className="plain-list">
      {lines.slice(0, mostShown).map((line, index) => (
        <li key={`${index} ${line}`}>
          <Breakable text={line} />
        </li>
      ))}
      {left > 0 && <li>{counted("exchange.ledger.moreRows", left)}</li>}
    </ul>
  );
}
