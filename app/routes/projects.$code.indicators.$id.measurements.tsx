import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectChangers, projectRoles } from "~/features/funding/projects/projects.policy";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { showMeasurements } from "~/features/outcomes/indicators.queries.server";
import { MeasurementForm } from "~/features/outcomes/measurement-form";
import { MeasurementTable } from "~/features/outcomes/measurement-table";
import { recordMeasurement } from "~/features/outcomes/measurements.commands.server";
import { measurementForm } from "~/features/outcomes/measurements.schema";
import { figureFormat } from "~/features/outcomes/outcome-chart";
import { useT } from "~/i18n/context";
import { useFormat, type Formats } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import type { Translate } from "~/i18n/translator";
import { idParam } from "~/platform/ids";
import { pageNumber } from "~/platform/paging";
import { Page, Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";

export const meta = pageTitle<typeof loader>((_t, { indicator }) => indicator.name);

export const loader = forProject(
  ({ db, viewer, today, params, url }) =>
    showMeasurements(db, viewer, {
      code: params.code ?? "",
      id: idParam(params.id),
      page: pageNumber(url),
      today,
    }),
  projectRoles,
);

export const action = formAction(
  measurementForm,
  async ({ db, viewer, params, today }, input) => {
    const place = { code: params.code ?? "", indicatorId: idParam(params.id) };
    await recordMeasurement(db, viewer, { ...input, ...place }, today);
    return `/projects/${place.code}/indicators/${place.indicatorId}/measurements`;
  },
  { allowed: projectChangers },
);

export default function Measurements() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  const formats = useFormat();
  const { project, indicator, outcomesOn, measurements, today, submissionId, page, pageCount } =
    view;
  const { code, name, mayChange } = project;
  const form = { code, unit: indicator.unit, today, submissionId, state };
  return (
    <Page
      title={finding(t, indicator, formats)}
      lead={
        <>
          {t(`outcomes.measurement.${indicator.cumulation}`)}
          {outcomesOn < today &&
            ` ${t("outcomes.measurement.ended", { date: formats.formatDate(outcomesOn) })}`}
        </>
      }
      breadcrumb={[
        { to: "/projects", label: t("access.nav.projects") },
        { to: `/projects/${code}`, label: name },
      ]}
    >
      {mayChange && (
        <Section title={t("outcomes.measurement.record")}>
          <MeasurementForm {...form} />
        </Section>
      )}
      <Section title={t("outcomes.measurement.earlier")}>
        <MeasurementTable measurements={measurements} />
        <Pagination page={page} pageCount={pageCount} hrefFor={(n) => `?page=${n}`} />
      </Section>
    </Page>
  );
}

function finding(t: Translate, indicator: IndicatorView, formats: Formats): string {
  const { name, unit, actual } = indicator;
  const format = figureFormat(indicator, formats);
  const plan = format(indicator.plan);
  if (actual === null) return t("outcomes.measurement.titleNone", { name, unit, plan });
  return t("outcomes.measurement.title", { name, unit, plan, actual: format(actual) });
}
