import { useLoaderData } from "@remix-run/react";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { showComputedRows } from "~/features/outcomes/computed/computed-rows.queries.server";
import { ComputedRowsTable } from "~/features/outcomes/computed/computed-rows-table";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { bandName, figureFormat } from "~/features/outcomes/outcome-chart";
import { useT } from "~/i18n/context";
import { useFormat, type Formats } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { idParam } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";
import { EmptyState, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((_t, { indicator }) => indicator.name);

export const loader = forProject(
  ({ db, viewer, today, params, url }) =>
    showComputedRows(db, viewer, {
      code: params.code ?? "",
      id: idParam(params.id),
      page: pageNumber(url),
      today,
    }),
  projectRoles,
);

export default function ComputedRowsPage() {
  const { project, indicator, rows, page } = useLoaderData<typeof loader>();
  const t = useT();
  const formats = useFormat();
  return (
    <Page
      title={finding(t, indicator, formats)}
      lead={`${bandName(indicator, { t })}. ${t(`outcomes.rows.lead.${rows.source}`)}`}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${project.code}`, label: project.name },
      ]}
    >
      {rows.count === 0 ? (
        <EmptyState title={t("outcomes.rows.emptyTitle")}>
          {t("outcomes.rows.emptyText")}
        </EmptyState>
      ) : (
        <>
          <ComputedRowsTable rows={rows} />
          <Pagination page={page} pageCount={rows.pageCount} hrefFor={(n) => `?page=${n}`} />
        </>
      )}
    </Page>
  );
}

/** Result and plan of one day. */
function finding(t: Translate, indicator: IndicatorView, formats: Formats): string {
  const { name, unit, actual, on } = indicator;
  const format = figureFormat(indicator, formats);
  const planned = { name, unit, plan: format(indicator.plan), planOn: formats.formatDate(on) };
  if (actual === null) return t("outcomes.rows.titleNone", planned);
  const result = { actual: format(actual), measuredOn: formats.formatDate(on) };
  return t("outcomes.measurement.title", { ...planned, ...result });
}
