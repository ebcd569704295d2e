import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectChangers, projectRoles } from "~/features/funding/projects/projects.policy";
import type { IndicatorView } from "~/features/outcomes/indicator-view";
import { MeasurementForm } from "~/features/outcomes/measurements/measurement-form";
import { measurementsHref } from "~/features/outcomes/measurements/measurement-page";
import {
  MeasurementTable,
  WithdrawnMeasurements,
} from "~/features/outcomes/measurements/measurement-table";
import { recordMeasurement } from "~/features/outcomes/measurements/measurements.commands.server";
import { showMeasurements } from "~/features/outcomes/measurements/measurements.queries.server";
import { measurementForm } from "~/features/outcomes/measurements/measurements.schema";
import { bandName, figureFormat } from "~/features/outcomes/outcome-chart";
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
  const { project, indicator, outcomesOn, measurements, withdrawn, today } = view;
  const { code, name, mayChange } = project;
  return (
    <Page
      title={finding(t, indicator, formats)}
      lead={
        <>
          {`${bandName(indicator, { t })}. ${t(`outcomes.measurement.${indicator.cumulation}`)}`}
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
          <MeasurementForm
            unit={indicator.unit}
            today={today}
            submissionId={view.submissionId}
            state={state}
            submit={t("outcomes.measurement.submit")}
            cancelTo={`/projects/${code}`}
          />
        </Section>
      )}
      <Section title={t("outcomes.measurement.earlier")}>
        <MeasurementTable
          measurements={measurements}
          changeHref={mayChange ? measurementsHref(view) : null}
        />
        <Pagination page={view.page} pageCount={view.pageCount} hrefFor={(n) => `?page=${n}`} />
        <WithdrawnMeasurements withdrawn={withdrawn} />
      </Section>
    </Page>
  );
}

/** Result and plan of one day: that of the last measurement. */
function finding(t: Translate, indicator: IndicatorView, formats: Formats): string {
  const { name, unit, actual, on, measuredOn } = indicator;
  const format = figureFormat(indicator, formats);
  const planned = { name, unit, plan: format(indicator.plan), planOn: formats.formatDate(on) };
  if (actual === null || measuredOn === null) return t("outcomes.measurement.titleNone", planned);
  const result = { actual: format(actual), measuredOn: formats.formatDate(measuredOn) };
  return on === measuredOn
    ? t("outcomes.measurement.title", { ...planned, ...result })
    : t("outcomes.measurement.titleLater", { ...planned, ...result });
}
