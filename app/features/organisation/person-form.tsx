import { useT } from "~/i18n/context";
import {
  AskedAgain,
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  SubmissionId,
  SubmitButton,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form, Link } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import { familyNameMax, givenNameMax } from "./people-limits";
import { borderHint } from "./placements/border-hint";
import { PlaceFields } from "./placements/place-fields";
import type { PersonDraft, PersonFormView } from "./person-form.queries.server";
import { SeenField } from "./seen-field";

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
      {draft && draft.alsoIn.length > 0 && (
        <p className="field-hint">
          {t("organisation.people.alsoIn", { units: draft.alsoIn.join(", ") })}{" "}
          <Link to={`/people/${draft.id}#placements`}>{t("organisation.people.allPlaces")}</Link>
        </p>
      )}
      <PlaceFields units={units} place={draft ?? {}} changeFrom={draft?.changeFrom} state={state} />
      <FormRow>
        <DateField
          name="joinedOn"
          label={t("organisation.people.joinedOn")}
          hint={
            borderHint(t, draft?.borders.start ?? null) ??
            t(
              draft?.isPart
                ? "organisation.placement.beganHint"
                : "organisation.people.joinedOnHint",
            )
          }
          defaultValue={draft?.joinedOn ?? today}
          required
          state={state}
        />
        <DateField
          name="leftOn"
          label={t("organisation.people.leftOn")}
          hint={
            borderHint(t, draft?.borders.end ?? null) ??
            t(
              draft?.isPart
                ? "organisation.placement.leftOnHint"
                : "organisation.people.leftOnHint",
            )
          }
          defaultValue={draft?.leftOn ?? undefined}
          state={state}
        />
      </FormRow>
      <AskedAgain
        state={state}
        label={t(draft ? "organisation.people.agreeChange" : "organisation.people.agree")}
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
