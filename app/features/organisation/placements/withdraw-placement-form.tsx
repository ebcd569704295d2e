import { useT } from "~/i18n/context";
import { useFormat } from "~/i18n/format";
import { dayBefore } from "~/terms/day";
import {
  AskedAgain,
  Checkbox,
  FormActions,
  FormErrors,
  SubmissionId,
  SubmitButton,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { SeenField } from "../seen-field";
import { Cancel } from "./placement-form";
import type { PlacementView } from "./placement-forms.queries.server";
import { reasonMax } from "./placement-limits";

type WithdrawPlacementFormProps = { view: PlacementView; state: FormState | undefined };

/** Says of a place that it never was; the page is the first step, its button the second. */
export function WithdrawPlacementForm({ view, state }: WithdrawPlacementFormProps) {
  const t = useT();
  const { formatDate } = useFormat();
  const { person, draft, unitName, movedFrom } = view;
  const from = formatDate(draft.startsOn);
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={view.submissionId} />
      <SeenField value={view.seen} />
      <p>
        {draft.endsBefore === null
          ? t("organisation.placement.withdrawOpen", { name: person.name, unit: unitName, from })
          : t("organisation.placement.withdrawEnded", {
              ...{ name: person.name, unit: unitName, from },
              until: formatDate(dayBefore(draft.endsBefore)),
            })}
      </p>
      <TextField
        name="reason"
        label={t("organisation.placement.reason")}
        hint={t("organisation.placement.reasonHint")}
        maxLength={reasonMax}
        required
        state={state}
      />
      {movedFrom.length > 0 && (
        <Checkbox
          name="goesOn"
          label={t("organisation.placement.goesOn", { units: movedFrom.join(", ") })}
          defaultChecked
          state={state}
        />
      )}
      <AskedAgain state={state} label={t("organisation.lost.confirm")} />
      <FormActions>
        <SubmitButton variant="danger">{t("organisation.placement.submitWithdraw")}</SubmitButton>
        <Cancel personId={person.id} />
      </FormActions>
    </Form>
  );
}
