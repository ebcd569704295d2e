import { Download } from "lucide-react";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { ButtonLink, Notice, Page } from "~/ui/page";
import type { VersionView } from "../freezing/version-pages.queries.server";
import { ToldReportView } from "./told-report-view";

/** A version of a report as it was shared, also after it has been taken back or replaced. */
export function VersionPage({ view }: { view: VersionView }) {
  const t = useT();
  const { formatDate } = useFormat();
  const { id, heading, told, sha256, takenBackOn } = view;
  const here = `/reports/${id}/versions/${heading.number}`;
  return (
    <Page
      title={told.title}
      lead={told.lead}
      breadcrumb={[
        { to: "/reports", label: t("access.nav.reports") },
        { to: `/reports/${id}`, label: heading.title },
      ]}
      actions={
        <>
          <ButtonLink to={`${here}/rows`}>{t("reports.version.rows")}</ButtonLink>
          {(["csv", "json"] as const).map((format) => (
            <ButtonLink
              key={format}
              to={`${here}/files/report.${format}`}
              prefetch="none"
              reloadDocument
              icon={<Download aria-hidden="true" />}
            >
              {t(`reports.page.${format}`)}
            </ButtonLink>
          ))}
        </>
      }
    >
      {takenBackOn && (
        <Notice
          tone="warning"
          title={t("reports.version.takenBackOn", { day: formatDate(takenBackOn) })}
        />
      )}
      <ToldReportView told={told} sha256={sha256} charts={`${here}/files`} rows={view.rows} />
    </Page>
  );
}
