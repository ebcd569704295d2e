import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction } from "~/features/access/visit.server";
import { forProject } from "~/features/funding/projects/project-visits.server";
import { projectRoles } from "~/features/funding/projects/projects.policy";
import { RateChangePage } from "~/features/funding/rates/rate-change-page";
import { showRateChange } from "~/features/funding/rates/rate-change.queries.server";
import { setUpHref } from "~/features/funding/rules/set-up-parts";
import { agreeToRate } from "~/features/funding/set-up/hour-rates.commands.server";
import { partPlace, rateAgreedForm, rateAsked } from "~/features/funding/set-up/set-up.schema";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle<typeof loader>((t, { project }) =>
  t("funding.setUp.partTitle", { part: t("funding.setUp.rates.title"), code: project.code }),
);

export const loader = forProject(
  ({ db, viewer, params, url }) =>
    showRateChange(db, viewer, { ...partPlace(params), rate: rateAsked(url) }),
  projectRoles,
);

export const action = formAction(
  rateAgreedForm,
  async ({ db, viewer, params, url }, input) => {
    const place = partPlace(params);
    const done = await agreeToRate(db, viewer, { ...input, ...place, rate: rateAsked(url) });
    // What it touches has changed since it was shown: it is shown anew.
    return done === null ? url.pathname + url.search : setUpHref(place.code, "rates");
  },
  { allowed: projectRoles },
);

export default function ConfirmRate() {
  const refused = useActionData<typeof action>()?.form;
  return <RateChangePage view={useLoaderData<typeof loader>()} refused={refused} />;
}
