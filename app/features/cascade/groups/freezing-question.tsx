import { AskedChange } from "~/features/funding/reported/asked-change";
import { useT } from "~/i18n/context";
import { FormActions, SubmitButton, type FormState } from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";

type FreezingQuestionProps = { state: FormState; code: string };

/** Asks about a group that would be frozen for a day of which a funder has read. */
export function FreezingQuestion({ state, code }: FreezingQuestionProps) {
  const t = useT();
  const { submissionId, competenceId, day, seen } = state.values;
  const address = `/projects/${code}/groups/freeze${typeof day === "string" && day ? `?day=${day}` : ""}`;
  return (
    <Form method="post" action={address} className="form" noValidate>
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="competenceId" value={competenceId} />
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="seen" value={seen} />
      <AskedChange state={state} label={t("cascade.freeze.agree")} />
      <FormActions>
        <SubmitButton>{t("cascade.freeze.confirm")}</SubmitButton>
        <ButtonLink to={address} variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
