import { useT } from "~/i18n/context";
import {
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  NumberField,
  OfferedChoice,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import { familyNameMax, givenNameMax, jobTitleMax } from "./people-limits";
import type { PersonDraft, PersonFormView } from "./person-form.queries.server";
import { SeenField } from "./seen-field";
import { unitOptions } from "./unit-options";

type PersonFormProps = {
  view: PersonFormView;
  /** Whose details are changed; without it the form is for somebody new. */
  draft?: PersonDraft;
  state: FormState | undefined;
};

/** Who somebody is, where they work, and from when until when. */
export function PersonForm({ view, draft, state }: PersonFormProps) {
  const t = useT();
  const { units, today, submissionId } = view;
  const onlyUnit = units.length === 1 ? units[0]?.id : undefined;
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={submissionId} />
      {draft && <SeenField value={draft.seen} />}
      <FormRow>
        <TextField
          name="givenName"
          label={t("organisation.people.givenName")}
          defaultValue={draft?.givenName}
          maxLength={givenNameMax}
          required
          state={state}
        />
        <TextField
          name="familyName"
          label={t("organisation.people.familyName")}
          defaultValue={draft?.familyName}
          maxLength={familyNameMax}
          required
          state={state}
        />
      </FormRow>
      <TextField
        name="email"
        type="email"
        label={t("organisation.people.email")}
        hint={t(draft ? "organisation.people.emailHintChange" : "organisation.people.emailHint")}
        defaultValue={draft?.email ?? undefined}
        state={state}
      />
      <OfferedChoice name="accountId" state={state} />
      <TextField
        name="jobTitle"
        label={t("organisation.people.jobTitle")}
        defaultValue={draft?.jobTitle}
        maxLength={jobTitleMax}
        state={state}
      />
      <SelectField
        name="unitId"
        label={t("organisation.people.unit")}
        options={unitOptions(units)}
        defaultValue={draft?.unitId ?? onlyUnit}
        required
        state={state}
      />
      <FormRow>
        <NumberField
          name="share"
          label={t("organisation.people.share")}
          hint={t("organisation.people.shareHint")}
          suffix="%"
          whole
          defaultValue={draft?.share ?? 100}
          required
          state={state}
        />
        {draft && (
          <DateField
            name="from"
            label={t("organisation.people.from")}
            hint={t("organisation.people.fromHint")}
            defaultValue={today}
            state={state}
          />
        )}
      </FormRow>
      <DateField
        name="joinedOn"
        label={t("organisation.people.joinedOn")}
        hint={t("organisation.people.joinedOnHint")}
        defaultValue={draft?.joinedOn ?? today}
        required
        state={state}
      />
      <DateField
        name="leftOn"
        label={t("organisation.people.leftOn")}
        hint={t("organisation.people.leftOnHint")}
        defaultValue={draft?.leftOn ?? undefined}
        state={state}
      />
      <FormActions>
        <SubmitButton>
          {t(draft ? "organisation.people.submitChange" : "organisation.people.submit")}
        </SubmitButton>
        <ButtonLink to={draft ? `/people/${draft.id}` : "/people"} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
