import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectChangers } from "~/features/funding/projects/projects.policy";
import { MeasurementForm } from "~/features/outcomes/measurements/measurement-form";
import { showMeasurement } from "~/features/outcomes/measurements/measurement-form.queries.server";
import {
  MeasurementPage,
  measurementsHref,
} from "~/features/outcomes/measurements/measurement-page";
import { correctMeasurement } from "~/features/outcomes/measurements/measurements.commands.server";
import {
  correctionForm,
  measurementPlace,
} from "~/features/outcomes/measurements/measurements.schema";
import { ReasonField } from "~/features/outcomes/measurements/reason-field";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { indicator: { name } }) =>
  t("outcomes.measurement.correctTitle", { name }),
);

export const loader = forProject(
  ({ db, viewer, params, language, today }) =>
    showMeasurement(db, viewer, { ...measurementPlace(params), language, today }),
  projectChangers,
);

export const action = formAction(
  correctionForm,
  async ({ db, viewer, params, today }, input) => {
    const place = measurementPlace(params);
    await correctMeasurement(db, viewer, { ...input, ...place }, today);
    return measurementsHref({ project: place, indicator: { id: place.indicatorId } });
  },
  { allowed: projectChangers },
);

// Also after a refusal: the measurement may be gone.
export const shouldRevalidate = () => true;

export default function CorrectMeasurement() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  const t = useT();
  const { indicator, values, today, submissionId } = view;
  const state = refused ?? { values, errors: {} };
  return (
    <MeasurementPage
      view={view}
      title={t("outcomes.measurement.correctTitle", { name: indicator.name })}
    >
      <MeasurementForm
        unit={indicator.unit}
        today={today}
        submissionId={submissionId}
        state={state}
        submit={t("outcomes.measurement.correctSubmit")}
        cancelTo={measurementsHref(view)}
      >
        <ReasonField state={state} />
      </MeasurementForm>
    </MeasurementPage>
  );
}
