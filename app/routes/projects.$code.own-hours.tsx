import { useLoaderData } from "@remix-run/react";
import { OwnHoursTable } from "~/features/funding/own-hours/own-hours-table";
import { listOwnHours } from "~/features/funding/own-hours/own-hours.queries.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import { pageNumber } from "~/platform/paging";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>(
  (t, { project }) => `${t("funding.stat.ownHours")}, ${project.code}`,
);

export const loader = forProject(
  ({ db, viewer, today, params, url }) =>
    listOwnHours(db, viewer, { code: params.code ?? "", page: pageNumber(url), today }),
  projectRoles,
);

export default function OwnHours() {
  const { project, rows, minutes, amountOre, awaiting, page, pageCount } =
    useLoaderData<typeof loader>();
  const t = useT();
  const { formatHours, formatKronor } = useFormat();
  const { code, name } = project;
  return (
    <Page
      title={t("funding.hours.title", {
        hours: formatHours(minutes),
        amount: formatKronor(amountOre),
      })}
      lead={t("funding.hours.lead")}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${code}`, label: name },
      ]}
    >
      {awaiting.minutes > 0 && (
        <p>
          {t("funding.hours.awaiting", {
            hours: formatHours(awaiting.minutes),
            amount: formatKronor(awaiting.amountOre),
          })}
        </p>
      )}
      <OwnHoursTable rows={rows} />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) => `/projects/${code}/own-hours?page=${n}`}
      />
    </Page>
  );
}
