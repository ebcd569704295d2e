import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { AwaitedAnswerTable } from "~/overviews/unit/awaited-answer-table";
import { listAwaitedAnswers } from "~/overviews/unit/awaited-answers.queries.server";
import { idParam } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";
import { Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>(finding);

export const loader = forViewers(
  ({ db, viewer, today, params, url }) =>
    listAwaitedAnswers(db, viewer, { unitId: idParam(params.id), page: pageNumber(url), today }),
  ["manager", "administrator"],
);

export default function AwaitedAnswers() {
  const view = useLoaderData<typeof loader>();
  const t = useT();
  const { unit, rows, page, pageCount } = view;
  return (
    <Page
      title={finding(t, view)}
      lead={t("organisation.unit.answers.lead")}
      breadcrumb={[{ to: `/units/${unit.id}`, label: unit.name }]}
    >
      {rows.length > 0 && <AwaitedAnswerTable rows={rows} />}
      <Pagination page={page} pageCount={pageCount} hrefFor={(n) => `?page=${n}`} />
    </Page>
  );
}

type Found = { unit: { name: string }; count: number };

function finding(t: Translate, { unit, count }: Found): string {
  const values = { unit: unit.name, count };
  return t(
    count === 0 ? "organisation.unit.answers.titleNone" : "organisation.unit.answers.title",
    values,
  );
}
