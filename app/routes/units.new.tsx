import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { unitNameMax } from "~/features/organisation/people-limits";
import { unitOptions } from "~/features/organisation/unit-options";
import { listUnitsInReach } from "~/features/organisation/unit-tree.queries.server";
import { addUnit } from "~/features/organisation/units.commands.server";
import { unitForm } from "~/features/organisation/units.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import {
  FormActions,
  FormErrors,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextField,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t) => t("organisation.units.new"));

export const loader = forViewers(
  async ({ db, viewer, url }) => ({
    units: await listUnitsInReach(db, viewer),
    under: url.searchParams.get("under") ?? undefined,
    submissionId: crypto.randomUUID(),
  }),
  ["administrator"],
);

export const action = formAction(
  unitForm,
  async ({ db, viewer }, input) => {
    await addUnit(db, viewer, input);
    return "/units";
  },
  { allowed: ["administrator"] },
);

export default function NewUnit() {
  const { units, under, submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("organisation.units.new")}
      breadcrumb={[{ to: "/units", label: t("organisation.units.nav") }]}
    >
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <TextField
          name="name"
          label={t("organisation.units.name")}
          maxLength={unitNameMax}
          required
          state={state}
        />
        <SelectField
          name="parentId"
          label={t("organisation.units.parent")}
          hint={t("organisation.units.parentHint")}
          placeholder={t("organisation.units.noParent")}
          options={unitOptions(units)}
          defaultValue={under}
          state={state}
        />
        <FormActions>
          <SubmitButton>{t("organisation.units.submit")}</SubmitButton>
          <ButtonLink to="/units" variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
