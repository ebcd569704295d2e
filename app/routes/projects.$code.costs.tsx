import { useLoaderData } from "@remix-run/react";
import { BookedThrough } from "~/features/funding/budget/booked-through";
import { CostFilter } from "~/features/funding/costs/cost-filter";
import { CostTable } from "~/features/funding/costs/cost-table";
import { listCosts } from "~/features/funding/costs/costs.queries.server";
import { costFilter } from "~/features/funding/costs/costs.schema";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { pageNumber } from "~/platform/paging";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>(
  (t, { project }) => `${t("funding.costs.caption")}, ${project.code}`,
);

export const loader = forProject(
  ({ db, viewer, today, params, url }) =>
    listCosts(db, viewer, {
      code: params.code ?? "",
      filter: costFilter(url),
      page: pageNumber(url),
      today,
    }),
  projectRoles,
);

export default function Costs() {
  const view = useLoaderData<typeof loader>();
  const { project, lines, filter, costs, count, amountOre, page, pageCount } = view;
  const t = useT();
  const { formatKronor } = useFormat();
  const { code, name, mayChange } = project;
  const values = { count, amount: formatKronor(amountOre) };
  const line = lines.find(({ id }) => id === filter);
  return (
    <Page
      title={finding(t, { filter, line, values })}
      lead={t("funding.costs.lead")}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${code}`, label: name },
      ]}
    >
      <BookedThrough bookedThrough={view.bookedThrough} />
      <CostFilter lines={lines} filter={filter} />
      <CostTable costs={costs} code={code} mayChange={mayChange} />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) => `/projects/${code}/costs?line=${filter}&page=${n}`}
      />
    </Page>
  );
}

type Found = {
  filter: string;
  line: { name: string } | undefined;
  values: { count: number; amount: string };
};

function finding(t: Translate, { filter, line, values }: Found): string {
  if (line) return t("funding.costs.titleLine", { ...values, line: line.name });
  if (filter === "") return t("funding.costs.title", values);
  return t(
    values.count === 0 ? "funding.costs.titleAllPlaced" : "funding.costs.titleUnplaced",
    values,
  );
}
