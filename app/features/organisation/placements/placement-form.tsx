import { useT } from "~/i18n/context";
import {
  AskedAgain,
  DateField,
  FormActions,
  FormErrors,
  FormRow,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import { SeenField } from "../seen-field";
import { borderHint } from "./border-hint";
import { PlaceFields } from "./place-fields";
import type { NewPlacementView, PlacementView } from "./placement-forms.queries.server";

type NewPlacementFormProps = { view: NewPlacementView; state: FormState | undefined };

/** Another place for somebody: beside the ones they have, or because they come back. */
export function NewPlacementForm({ view, state }: NewPlacementFormProps) {
  const t = useT();
  const { person, units, suggested, sharesToday, today } = view;
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={view.submissionId} />
      <SeenField value={view.seen} />
      <PlaceFields
        units={units}
        place={suggested}
        shareHint={
          sharesToday > 0
            ? t("organisation.placement.shareBeside", { share: sharesToday })
            : undefined
        }
        state={state}
      />
      <FormRow>
        <DateField
          name="from"
          label={t("organisation.placement.from")}
          hint={t("organisation.placement.fromHint")}
          defaultValue={today}
          required
          state={state}
        />
        <DateField
          name="leftOn"
          label={t("organisation.people.leftOn")}
          hint={t("organisation.placement.leftOnHint")}
          state={state}
        />
      </FormRow>
      <FormActions>
        <SubmitButton>{t("organisation.placement.submitNew")}</SubmitButton>
        <Cancel personId={person.id} />
      </FormActions>
    </Form>
  );
}

type PlacementFormProps = { view: PlacementView; state: FormState | undefined };

/** One place of somebody's: another unit, title or share from a day, and its first and last day. */
export function PlacementForm({ view, state }: PlacementFormProps) {
  const t = useT();
  const { person, draft, units, changeFrom, borders } = view;
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={view.submissionId} />
      <SeenField value={view.seen} />
      <PlaceFields units={units} place={draft} changeFrom={changeFrom} state={state} />
      <FormRow>
        <DateField
          name="startsOn"
          label={t("organisation.placement.began")}
          hint={borderHint(t, borders.start) ?? t("organisation.placement.beganHint")}
          defaultValue={draft.startsOn}
          required
          state={state}
        />
        <DateField
          name="leftOn"
          label={t("organisation.people.leftOn")}
          hint={borderHint(t, borders.end) ?? t("organisation.placement.leftOnHint")}
          defaultValue={draft.endsBefore ?? undefined}
          state={state}
        />
      </FormRow>
      <AskedAgain state={state} label={t("organisation.lost.confirm")} />
      <FormActions>
        <SubmitButton>{t("organisation.placement.submit")}</SubmitButton>
        <Cancel personId={person.id} />
      </FormActions>
    </Form>
  );
}

export function Cancel({ personId }: { personId: string }) {
  const t = useT();
  return (
    <ButtonLink to={`/people/${personId}#placements`} variant="quiet">
      {t("ui.form.cancel")}
    </ButtonLink>
  );
}
