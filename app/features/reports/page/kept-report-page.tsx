import { useT } from "~/i18n/context";
import { Link } from "~/ui/navigation";
import { Page } from "~/ui/page";
import type { KeptReportView } from "../writing/report-forms.queries.server";

/** Says of a report why it isn't discarded. */
export function KeptReportPage({ view: { id, name } }: { view: KeptReportView }) {
  const t = useT();
  const to = `/reports/${id}`;
  return (
    <Page
      title={name}
      lead={t("reports.errors.wasShared")}
      breadcrumb={[{ to: "/reports", label: t("access.nav.reports") }]}
    >
      <p>
        <Link to={to}>{t("reports.discard.kept")}</Link>
      </p>
    </Page>
  );
}
