import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectChangers } from "~/features/funding/projects/projects.policy";
import { showMeasurement } from "~/features/outcomes/measurements/measurement-form.queries.server";
import {
  MeasurementPage,
  measurementsHref,
} from "~/features/outcomes/measurements/measurement-page";
import { withdrawMeasurement } from "~/features/outcomes/measurements/measurements.commands.server";
import {
  withdrawalForm,
  measurementPlace,
} from "~/features/outcomes/measurements/measurements.schema";
import { WithdrawForm } from "~/features/outcomes/measurements/withdraw-form";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { indicator: { name } }) =>
  t("outcomes.measurement.withdrawTitle", { name }),
);

export const loader = forProject(
  ({ db, viewer, params, language, today }) =>
    showMeasurement(db, viewer, { ...measurementPlace(params), language, today }),
  projectChangers,
);

export const action = formAction(
  withdrawalForm,
  async ({ db, viewer, params }, input) => {
    const place = measurementPlace(params);
    await withdrawMeasurement(db, viewer, { ...input, ...place });
    return measurementsHref({ project: place, indicator: { id: place.indicatorId } });
  },
  { allowed: projectChangers },
);

// Also after a refusal: the measurement may be gone.
export const shouldRevalidate = () => true;

export default function WithdrawMeasurement() {
  const view = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <MeasurementPage
      view={view}
      title={t("outcomes.measurement.withdrawTitle", { name: view.indicator.name })}
    >
      <WithdrawForm view={view} state={state} />
    </MeasurementPage>
  );
}
