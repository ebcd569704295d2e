import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { ProjectTable } from "~/features/funding/projects/project-table";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import {
  listProjects,
  type ProjectList,
} from "~/features/funding/projects/projects.queries.server";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { pageNumber } from "~/platform/paging";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t) => t("access.nav.projects"));

export const loader = forViewers(
  ({ db, viewer, today, url }) => listProjects(db, viewer, { page: pageNumber(url), today }),
  projectRoles,
);

export default function Projects() {
  const list = useLoaderData<typeof loader>();
  const t = useT();
  const { formatTkr } = useFormat();
  return (
    <Page
      title={finding(t, list, formatTkr)}
      lead={t("funding.list.lead")}
      actions={
        list.mayCreate && (
          <ButtonLink to="/projects/new" variant={list.count === 0 ? "primary" : "secondary"}>
            {t("funding.project.new")}
          </ButtonLink>
        )
      }
    >
      <ProjectTable projects={list.projects} />
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefFor={(page) => `/projects?page=${page}`}
      />
    </Page>
  );
}

function finding(
  t: Translate,
  { currentCount, currentRemainingOre }: ProjectList,
  formatTkr: (amountOre: number) => string,
): string {
  if (currentCount === 0) return t("funding.list.titleNone");
  if (currentRemainingOre === null) return t("funding.list.titleNoBudget", { count: currentCount });
  const values = { count: currentCount, amount: formatTkr(Math.abs(currentRemainingOre)) };
  return t(currentRemainingOre < 0 ? "funding.list.titleOver" : "funding.list.title", values);
}
