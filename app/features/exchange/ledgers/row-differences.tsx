import { useSpeech } from "~/i18n/context";
import { formatKronor } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { Breakable } from "../uploads/breakable";
import { useCounted } from "../uploads/counted";
import type { ComparedRow, RowDifference } from "./row-difference";

const mostShown = 6;

/** Which rows of a voucher went and which came. */
export function RowDifferences({ difference }: { difference: RowDifference }) {
  const speech = useSpeech();
  const counted = useCounted();
  const lines = differenceLines(difference, speech);
  if (lines.length === 0) return speech.t("exchange.ledger.onlyWords");
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

/** The same as data: a line for each row, none where only words differ. */
export function differenceLines({ gone, come }: RowDifference, { t, language }: Speech): string[] {
  const words = ({ account, amountOre, text }: ComparedRow) =>
    [account, formatKronor(amountOre, language, { withOre: true }), text].filter(Boolean).join(" ");
  return [
    ...gone.map((row) => t("exchange.ledger.gone", { row: words(row) })),
    ...come.map((row) => t("exchange.ledger.come", { row: words(row) })),
  ];
}
