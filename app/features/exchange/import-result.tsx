import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { ButtonLink, Notice, Page, type Crumb } from "~/ui/page";
import type { ImportPage } from "./import-page.queries.server";

type Props = { page: Extract<ImportPage, { state: "applied" }>; breadcrumb: Crumb[] };

/** A file that has been brought in, and where to look next. */
export function ImportResult({ page, breadcrumb }: Props) {
  const t = useT();
  const { formatKronor } = useFormat();
  const { outcome, projectCode, fileName } = page;
  return (
    <Page title={fileName} width="narrow" breadcrumb={breadcrumb}>
      <Notice tone="good" title={t("exchange.ledger.appliedTitle")}>
        {outcome &&
          ("vouchers" in outcome
            ? t("exchange.outcomeLedger", {
                count: outcome.vouchers,
                sum: formatKronor(outcome.sumOre, { withOre: true }),
              })
            : t("exchange.outcomeTraining", { count: outcome.rows }))}
      </Notice>
      <div className="actions">
        {projectCode && (
          <ButtonLink to={`/projects/${projectCode}`} variant="primary">
            {projectCode}
          </ButtonLink>
        )}
        <ButtonLink to="/import">{t("exchange.title")}</ButtonLink>
      </div>
    </Page>
  );
}
