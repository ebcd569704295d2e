import { SeenField } from "~/features/organisation/seen-field";
import { typedHours } from "~/formats/typed-numbers";
import { useLanguage, useT } from "~/i18n/context";
import { levels } from "~/terms/level";
import {
  FormActions,
  FormErrors,
  HoursField,
  RadioGroup,
  SelectField,
  SubmissionId,
  SubmitButton,
  TextField,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { ButtonLink } from "~/ui/page";
import type { CatalogueDraft, CatalogueFormView } from "./catalogue.queries.server";
import { providerMax, titleMax } from "../records/training-limits";

type CatalogueFormProps = {
  view: CatalogueFormView;
  /** The course that is changed; without it the form is for a new one. */
  draft?: CatalogueDraft;
  state: FormState | undefined;
};

/** A course that people can choose when they log, with what it usually gives. */
export function CatalogueForm({ view, draft, state }: CatalogueFormProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <Form method="post" className="form" noValidate>
      <FormErrors errors={state?.errors} />
      <SubmissionId value={view.submissionId} />
      {draft && <SeenField value={draft.seen} />}
      <TextField
        name="title"
        label={t("training.catalogue.name")}
        hint={t("training.catalogue.nameHint")}
        defaultValue={draft?.title}
        maxLength={titleMax}
        required
        state={state}
      />
      <TextField
        name="provider"
        label={t("training.catalogue.provider")}
        defaultValue={draft?.provider}
        maxLength={providerMax}
        state={state}
      />
      <HoursField
        name="hours"
        label={t("training.catalogue.hours")}
        hint={t("training.log.hoursHint")}
        defaultValue={draft?.minutes ? typedHours(draft.minutes, language) : undefined}
        state={state}
      />
      <SelectField
        name="competenceId"
        label={t("training.catalogue.competence")}
        placeholder={t("training.catalogue.noCompetence")}
        options={view.competences.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={draft?.competenceId ?? undefined}
        state={state}
      />
      <RadioGroup
        name="givesLevel"
        label={t("training.catalogue.givesLevel")}
        hint={t("training.catalogue.givesLevelHint")}
        options={[
          { value: "", label: t("training.catalogue.noLevel") },
          ...levels
            .filter((level) => level > 0)
            .map((level) => ({
              value: String(level),
              label: t("competence.levelWords", { level, name: t(`ui.level.l${level}`) }),
            })),
        ]}
        defaultValue={draft?.givesLevel?.toString() ?? ""}
        state={state}
      />
      <FormActions>
        <SubmitButton>
          {t(draft ? "training.catalogue.submitChange" : "training.catalogue.submit")}
        </SubmitButton>
        <ButtonLink to="/courses" variant="quiet">
          {t("ui.form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
