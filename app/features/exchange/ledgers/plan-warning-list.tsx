import { useT } from "~/i18n/context";
import { Notice } from "~/ui/page";
import { useCounted } from "../uploads/counted";
import type { PlanPreview } from "./plan-preview.queries.server";

type Props = {
  plan: PlanPreview;
  companyName: string;
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

function useWarnings({ plan, companyName, fileWarnings }: Props): Warning[] {
  const t = useT();
  const counted = useCounted();
  const { changed, elsewhere, warnings } = plan;
  const { shared, sharedAndHere, organisation } = warnings;
  const objects = shared.objectCodes.slice(0, 5).join(", ");
  const projects = sharedAndHere.projectCodes.join(", ");
  const list: (Warning | null)[] = [
    changed.count > 0
      ? { text: counted("exchange.ledger.knowChanged", changed.count), at: "changed" }
      : null,
    elsewhere.count > 0
      ? { text: counted("exchange.ledger.knowElsewhere", elsewhere.count), at: "elsewhere" }
      : null,
    warnings.alike > 0 ? { text: counted("exchange.ledger.knowAlike", warnings.alike) } : null,
    warnings.takenBack > 0
      ? { text: counted("exchange.ledger.knowTakenBack", warnings.takenBack) }
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
    organisation === "missing" ? { text: t("exchange.ledger.knowNoOrganisation") } : null,
    organisation === "another"
      ? { text: t("exchange.ledger.knowOtherOrganisation", { from: companyName || "?" }) }
      : null,
    warnings.personalNumbers > 0
      ? { text: counted("exchange.ledger.knowPersonal", warnings.personalNumbers) }
      : null,
    fileWarnings > 0
      ? { text: counted("exchange.ledger.knowProblems", fileWarnings), at: "problems" }
      : null,
  ];
  return list.filter((warning) => warning !== null);
}
