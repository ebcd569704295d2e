import { useActionData, useLoaderData } from "@remix-run/react";
import { formAction, forViewers } from "~/features/access/visit.server";
import { unitNameMax } from "~/features/organisation/people-limits";
import { SeenField } from "~/features/organisation/seen-field";
import { renameUnit } from "~/features/organisation/units.commands.server";
import { showUnitDraft } from "~/features/organisation/units.queries.server";
import { unitNameForm } from "~/features/organisation/units.schema";
import { useT } from "~/i18n/context";
import { pageTitle } from "~/i18n/page-title";
import { idParam } from "~/platform/ids";
import { FormActions, FormErrors, SubmissionId, SubmitButton, TextField } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink, Page } from "~/ui/page";

export const meta = pageTitle<typeof loader>((t, { draft: { name } }) =>
  t("organisation.units.titleRename", { name }),
);

export const loader = forViewers(
  ({ db, viewer, params }) => showUnitDraft(db, viewer, idParam(params.id)),
  ["administrator"],
);

export const action = formAction(
  unitNameForm,
  async ({ db, viewer, params }, input) => {
    await renameUnit(db, viewer, { ...input, id: idParam(params.id) });
    return "/units";
  },
  { allowed: ["administrator"] },
);

// Also after a refusal: where somebody else has changed it, saving again is then a choice.
export const shouldRevalidate = () => true;

export default function RenameUnit() {
  const { draft, seen, submissionId } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useT();
  return (
    <Page
      width="narrow"
      title={t("organisation.units.titleRename", { name: draft.name })}
      breadcrumb={[{ to: "/units", label: t("organisation.units.nav") }]}
    >
      <Form method="post" className="form" noValidate>
        <FormErrors errors={state?.errors} />
        <SubmissionId value={submissionId} />
        <SeenField value={seen} />
        <TextField
          name="name"
          label={t("organisation.units.name")}
          defaultValue={draft.name}
          maxLength={unitNameMax}
          required
          state={state}
        />
        <FormActions>
          <SubmitButton>{t("organisation.units.submitRename")}</SubmitButton>
          <ButtonLink to="/units" variant="quiet">
            {t("ui.form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
