import { useLoaderData } from "@remix-run/react";
import { commitmentsHref } from "~/features/funding/budget/commitments-href";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import { CommitmentTable } from "~/overviews/project/commitment-table";
import { listCommitments } from "~/overviews/project/commitments.queries.server";
import { isId } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";
import { ButtonLink, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>(
  (t, { project }) => `${t("funding.commitments.caption")}, ${project.code}`,
);

export const loader = forProject(({ db, viewer, today, params, url }) => {
  const lines = url.searchParams.getAll("line").filter(isId);
  const asked = { lines, page: pageNumber(url), today };
  return listCommitments(db, viewer, { code: params.code ?? "", ...asked });
}, projectRoles);

export default function Commitments() {
  const { project, chosen, rows, count, amountOre, page, pageCount } =
    useLoaderData<typeof loader>();
  const t = useT();
  const { formatKronor } = useFormat();
  const { code, name } = project;
  const named = chosen.map((line) => line.title).join(", ");
  const title = t(count === 0 ? "funding.commitments.titleNone" : "funding.commitments.title", {
    count,
    amount: formatKronor(amountOre),
  });
  return (
    <Page
      title={named === "" ? title : t("funding.commitments.titleLine", { line: named, title })}
      lead={t("funding.commitments.lead")}
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${code}`, label: name },
      ]}
      actions={
        named && <ButtonLink to={commitmentsHref(code)}>{t("funding.hours.allLines")}</ButtonLink>
      }
    >
      {rows.length > 0 && <CommitmentTable rows={rows} />}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) => commitmentsHref(code, { lines: chosen.map(({ id }) => id), page: n })}
      />
    </Page>
  );
}
