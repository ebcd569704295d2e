import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import type { FormState } from "~/ui/form";
import { EmptyState, Notice, type Crumb } from "~/ui/page";
import { useCounted } from "../uploads/counted";
import { DraftFrame } from "../uploads/draft-frame";
import type { LedgerDraft } from "../uploads/import-page.queries.server";
import { countAsked } from "./count-asked";
import { LedgerChoice } from "./ledger-choice";
import { LedgerProblems } from "./ledger-problems";
import { LedgerPlanView } from "./ledger-plan-view";

const encodingNames = {
  ascii: "ASCII",
  cp437: "CP437",
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
  macintosh: "Mac Roman",
};

type Props = { page: LedgerDraft; state: FormState | undefined; breadcrumb: Crumb[] };

/** A ledger before it is brought in: project and object, what will happen, the button, the rest. */
export function LedgerDraftPage({ page, state, breadcrumb }: Props) {
  const { ledger, submissionId } = page;
  return (
    <DraftFrame page={page} title={useTitle(page)} lead={useSource(page)} breadcrumb={breadcrumb}>
      {ledger.isTrusted ? <Trusted page={page} /> : <Untrusted />}
      {ledger.plan && (
        <LedgerPlanView
          // Another choice is another form: nothing of the one before may stay in its fields.
          key={`${ledger.plan.project.id} ${ledger.plan.objectCode}`}
          plan={ledger.plan}
          fileWarnings={ledger.problems.filter(({ severity }) => severity === "warning").length}
          submissionId={submissionId}
          state={state}
        />
      )}
      <LedgerProblems problems={ledger.problems} count={ledger.problemCount} />
    </DraftFrame>
  );
}

function Untrusted() {
  const t = useT();
  return (
    <Notice tone="danger" title={t("exchange.ledger.untrustedTitle")}>
      {t("exchange.ledger.untrustedText")}
    </Notice>
  );
}

function Trusted({ page: { ledger } }: { page: LedgerDraft }) {
  const t = useT();
  if (ledger.objects.length === 0) {
    return (
      <EmptyState title={t("exchange.ledger.nothing")}>
        {t("exchange.ledger.noObjectsText")}
      </EmptyState>
    );
  }
  if (ledger.projects.length === 0) {
    return (
      <EmptyState title={t("exchange.ledger.noProjects")}>
        {t("exchange.ledger.noProjectsText")}
      </EmptyState>
    );
  }
  return <LedgerChoice ledger={ledger} />;
}

function useTitle({ fileName: name, ledger }: LedgerDraft): string {
  const t = useT();
  const counted = useCounted();
  const { formatKronor } = useFormat();
  const { plan } = ledger;
  if (!ledger.isTrusted) return t("exchange.ledger.titleUntrusted", { name });
  if (ledger.objects.length === 0) return t("exchange.ledger.titleNoObjects", { name });
  if (!plan) return t("exchange.ledger.titleChoose", { name });
  const project = plan.project.name;
  if (plan.added.count === 0) {
    const waiting = countAsked(plan);
    return waiting > 0
      ? counted("exchange.ledger.titleAsked", waiting, { name })
      : t("exchange.ledger.titleNothing", { name, project });
  }
  const sum = formatKronor(plan.addedSumOre, { withOre: true });
  return counted("exchange.ledger.titleAdded", plan.added.count, { project, sum });
}

function useSource({ ledger }: LedgerDraft): string {
  const t = useT();
  const counted = useCounted();
  const { formatNumber } = useFormat();
  const { program, companyName, encoding, vouchers, rows } = ledger;
  const from = [program || t("exchange.ledger.unknownSource"), companyName].filter(Boolean);
  return counted("exchange.ledger.source", vouchers, {
    from: from.join(", "),
    rows: formatNumber(rows),
    encoding: encodingNames[encoding],
  });
}
