import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showMatrix } from "~/features/competence/levels/matrix.queries.server";
import { UnitMatrix } from "~/features/competence/levels/unit-matrix";
import { UnitPicker } from "~/features/organisation/unit-picker";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { idParam } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";
import { EmptyState, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t, matrix) => finding(t, matrix));

export const loader = forViewers(
  ({ db, viewer, today, url }) => {
    const unit = url.searchParams.get("unit");
    return showMatrix(db, viewer, { unitId: unit && idParam(unit), page: pageNumber(url), today });
  },
  ["manager", "administrator"],
);

export default function Matrix() {
  const matrix = useLoaderData<typeof loader>();
  const t = useT();
  const { unit, units, competences, page, pageCount } = matrix;
  return (
    <Page
      width="wide"
      title={finding(t, matrix)}
      lead={t("organisation.matrix.lead")}
      breadcrumb={[{ to: `/units/${unit.id}`, label: unit.name }]}
    >
      <UnitPicker units={units} unitId={unit.id} action="/matrix" />
      {competences.length === 0 ? (
        <EmptyState title={t("organisation.matrix.empty")}>
          {t("organisation.matrix.emptyText")}
        </EmptyState>
      ) : (
        <UnitMatrix matrix={matrix} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) => `/matrix?unit=${unit.id}&page=${n}`}
      />
    </Page>
  );
}

type Found = { unit: { name: string }; isMeasured: boolean; gapTotal: number };

function finding(t: Translate, { unit, isMeasured, gapTotal }: Found): string {
  if (!isMeasured) return t("organisation.matrix.titleNobody", { unit: unit.name });
  return gapTotal === 0
    ? t("organisation.matrix.titleNone", { unit: unit.name })
    : t("organisation.matrix.title", { unit: unit.name, count: gapTotal });
}
