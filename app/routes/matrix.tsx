import { useLoaderData } from "@remix-run/react";
import { forViewers } from "~/features/access/visit.server";
import { showMatrix } from "~/features/competence/levels/matrix.queries.server";
import { UnitMatrix } from "~/features/competence/levels/unit-matrix";
import { askedDay } from "~/features/organisation/asked-day.schema";
import { PastDayForm, titleOfDay } from "~/features/organisation/past-day-form";
import { UnitPicker } from "~/features/organisation/unit-picker";
import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { idParam } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";
import { EmptyState, Page } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((t, matrix) =>
  titleOfDay(t, matrix.day, finding(t, matrix)),
);

export const loader = forViewers(
  ({ db, viewer, today, url }) => {
    const unit = url.searchParams.get("unit");
    const asked = { page: pageNumber(url), today, day: askedDay(url, today) };
    return showMatrix(db, viewer, { ...asked, unitId: unit && idParam(unit) });
  },
  ["manager", "administrator"],
);

export default function Matrix() {
  const matrix = useLoaderData<typeof loader>();
  const t = useT();
  const { formatDate } = useFormat();
  const { unit, units, competences, page, pageCount, day, movedAway } = matrix;
  return (
    <Page
      width="wide"
      title={titleOfDay(t, day && formatDate(day), finding(t, matrix))}
      lead={t(day ? "organisation.past.leadMatrix" : "organisation.matrix.lead")}
      breadcrumb={[{ to: `/units/${unit.id}${day ? `?day=${day}` : ""}`, label: unit.name }]}
    >
      <UnitPicker units={units} unitId={unit.id} action="/matrix" day={day} />
      <PastDayForm action="/matrix" fields={{ unit: unit.id }} day={day} today={matrix.today} />
      {competences.length === 0 ? (
        <EmptyState title={t("organisation.matrix.empty")}>
          {t("organisation.matrix.emptyText")}
        </EmptyState>
      ) : (
        <UnitMatrix matrix={matrix} />
      )}
      {movedAway > 0 && <p>{t("organisation.past.others", { count: movedAway })}</p>}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(n) => `/matrix?unit=${unit.id}${day ? `&day=${day}` : ""}&page=${n}`}
      />
    </Page>
  );
}

type Found = {
  unit: { name: string };
  day: string | null;
  isMeasured: boolean;
  gapTotal: number;
};

function finding(t: Translate, { unit, day, isMeasured, gapTotal }: Found): string {
  if (!isMeasured) {
    const nobody = day ? "organisation.past.matrixNobody" : "organisation.matrix.titleNobody";
    return t(nobody, { unit: unit.name });
  }
  return gapTotal === 0
    ? t("organisation.matrix.titleNone", { unit: unit.name })
    : t("organisation.matrix.title", { unit: unit.name, count: gapTotal });
}
