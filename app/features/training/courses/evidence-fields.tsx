import { useT } from "~/i18n/context";
import { Checkbox, FileField, FormRow, TextField, type FormState } from "~/ui/form";
import type { CourseDraft } from "./log-form.queries.server";
import { evidenceMaxBytes } from "../records/training-limits";

type EvidenceFieldsProps = { draft: CourseDraft | undefined; state: FormState | undefined };

/** What shows that the course was taken: a file, a link, both or neither. */
export function EvidenceFields({ draft, state }: EvidenceFieldsProps) {
  const t = useT();
  const sentName = draft?.evidenceFileName;
  return (
    <>
      <FormRow>
        <FileField
          name="evidenceFile"
          label={t("training.log.evidenceFile")}
          hint={
            sentName
              ? t("training.log.evidenceFileKept", { name: sentName })
              : t("training.log.evidenceFileHint")
          }
          accept=".pdf,.png,.jpg,.jpeg,.webp,.docx"
          maxBytes={evidenceMaxBytes}
          tooLarge={t("training.field.fileTooLarge")}
          state={state}
        />
        <TextField
          name="evidenceLink"
          type="url"
          label={t("training.log.evidenceLink")}
          defaultValue={draft?.evidenceLink ?? undefined}
          maxLength={500}
          state={state}
        />
      </FormRow>
      {sentName && (
        <Checkbox
          name="dropFile"
          label={t("training.log.dropFile", { name: sentName })}
          state={state}
        />
      )}
    </>
  );
}
