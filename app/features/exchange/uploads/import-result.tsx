import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { ButtonLink, Notice, Page, type Crumb } from "~/ui/page";
import { useCounted } from "./counted";
import type { AppliedImport } from "./import-page.queries.server";

type Props = { page: AppliedImport; breadcrumb: Crumb[] };

/** A file that has been brought in: what came of it, where to look next, and the way back. */
export function ImportResult({ page, breadcrumb }: Props) {
  const t = useT();
  const { project, mayWithdraw, id } = page;
  return (
    <Page
      title={useTitle(page)}
      lead={<BroughtIn page={page} />}
      width="narrow"
      breadcrumb={breadcrumb}
    >
      <Notice tone="good" title={t("exchange.applied")}>
        <ul>
          {useFacts(page).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </Notice>
      <div className="actions">
        {project ? (
          <ButtonLink to={`/projects/${project.code}/costs`} variant="primary">
            {t("exchange.done.toCosts", { project: project.code })}
          </ButtonLink>
        ) : (
          <ButtonLink to="/training" variant="primary">
            {t("exchange.done.toTraining")}
          </ButtonLink>
        )}
        <ButtonLink to="/import">{t("exchange.done.another")}</ButtonLink>
        {mayWithdraw && (
          <ButtonLink to={`/import/${id}/withdraw`} variant="quiet">
            {t("exchange.done.withdraw")}
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}

function useTitle({ outcome, project, fileName }: AppliedImport): string {
  const counted = useCounted();
  const { formatKronor } = useFormat();
  if (outcome?.kind === "ledger") {
    return counted("exchange.done.ledgerTitle", outcome.vouchers, {
      project: project?.name ?? "",
      sum: formatKronor(outcome.sumOre, { withOre: true }),
    });
  }
  if (outcome?.kind === "training") return counted("exchange.done.trainingTitle", outcome.rows);
  return fileName;
}

function BroughtIn({ page }: { page: AppliedImport }) {
  const t = useT();
  const { formatDateTime } = useFormat();
  const values = { file: page.fileName, at: formatDateTime(page.appliedAt) };
  return page.appliedBy === null
    ? t("exchange.done.byProgram", values)
    : t("exchange.done.by", { ...values, who: page.appliedBy });
}

function useFacts({ outcome }: AppliedImport): string[] {
  const t = useT();
  const counted = useCounted();
  if (outcome?.kind === "ledger") {
    const { rows, object, replaced, removed = 0, left = 0 } = outcome;
    return [
      counted("exchange.done.rows", rows, { object }),
      ...(removed > 0 ? [counted("exchange.done.removed", removed)] : []),
      ...(left > 0 ? [counted("exchange.done.left", left)] : []),
      ...(replaced.length > 0 ? [counted("exchange.done.replaced", replaced.length)] : []),
    ];
  }
  if (outcome?.kind === "training") {
    const { skipped, asked = 0, early = 0, replaced = 0, left = 0 } = outcome;
    return [
      t("exchange.training.approved"),
      ...(skipped > 0 ? [counted("exchange.done.skipped", skipped)] : []),
      ...(asked > 0 ? [counted("exchange.done.rowsAsked", asked)] : []),
      ...(replaced > 0 ? [counted("exchange.done.rowsReplaced", replaced)] : []),
      ...(left > 0 ? [counted("exchange.done.rowsLeft", left)] : []),
      ...(early > 0 ? [counted("exchange.done.early", early)] : []),
    ];
  }
  return [];
}
