import { useT } from "~/i18n/context";
import { Notice } from "~/ui/page";
import { useCounted } from "../uploads/counted";
import type { PlanPreview } from "./plan-preview.queries.server";
import { voucherName } from "./voucher-name";

type Props = {
  plan: PlanPreview;
  /** What the reader met in the file that a person should look at. */
  fileWarnings: number;
};

/** What to know before bringing a ledger in, with the way to the vouchers it is about. */
export function PlanWarningList(props: Props) {
  const t = useT();
  const warnings = useWarnings(props);
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warning" title={t("exchange.ledger.know")}>
      <ul>
        {warnings.map(({ text, at }) => (
          <li key={text}>
            {text} {at && <a href={`#${at}`}>{t("exchange.ledger.showThem")}</a>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Warning = { text: string; at?: string };

const mostNamed = 5;

function useWarnings({ plan, fileWarnings }: Props): Warning[] {
  const t = useT();
  const counted = useCounted();
  const { elsewhere, warnings } = plan;
  const { shared, sharedAndHere, unbalancedElsewhere } = warnings;
  const objects = shared.objectCodes.slice(0, mostNamed).join(", ");
  const projects = sharedAndHere.projectCodes.join(", ");
  const names = unbalancedElsewhere.first.map(({ voucher }) => voucherName(voucher)).join(", ");
  const kept = warnings.kept.first
    .slice(0, mostNamed)
    .map(({ voucher, line }) => `${voucherName(voucher)} → ${line}`);
  const list: (Warning | null)[] = [
    elsewhere.count > 0
      ? { text: counted("exchange.ledger.knowElsewhere", elsewhere.count), at: "elsewhere" }
      : null,
    warnings.takenBack > 0
      ? { text: counted("exchange.ledger.knowTakenBack", warnings.takenBack) }
      : null,
    warnings.kept.count > 0
      ? {
          text: counted("exchange.ledger.knowKept", warnings.kept.count, {
            names: kept.join(", "),
          }),
        }
      : null,
    warnings.outsidePeriod > 0
      ? { text: counted("exchange.ledger.knowOutside", warnings.outsidePeriod), at: "added" }
      : null,
    shared.count > 0
      ? { text: counted("exchange.ledger.knowShared", shared.count, { objects }) }
      : null,
    sharedAndHere.count > 0
      ? { text: counted("exchange.ledger.knowSharedHere", sharedAndHere.count, { projects }) }
      : null,
    unbalancedElsewhere.count > 0
      ? { text: counted("exchange.ledger.knowUnbalanced", unbalancedElsewhere.count, { names }) }
      : null,
    warnings.isNameless ? { text: t("exchange.ledger.knowNoOrganisation") } : null,
    warnings.personalNumbers > 0
      ? { text: counted("exchange.ledger.knowPersonal", warnings.personalNumbers) }
      : null,
    fileWarnings > 0
      ? { text: counted("exchange.ledger.knowProblems", fileWarnings), at: "problems" }
      : null,
  ];
  return list.filter((warning) => warning !== null);
}
