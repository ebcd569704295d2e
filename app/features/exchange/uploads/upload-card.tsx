import { useT } from "~/i18n/context";
import {
  FileField,
  FormActions,
  FormErrors,
  SubmissionId,
  SubmitButton,
  type FormState,
} from "~/ui/form";
import { Form } from "~/ui/navigation";
import { Card } from "~/ui/page";
import { largestImport } from "./import-limits";

type UploadCardProps = {
  kind: "sie" | "training";
  submissionId: string;
  state: FormState | undefined;
};

/** One kind of file to hand in; sending it leads to its preview. */
export function UploadCard({ kind, submissionId, state }: UploadCardProps) {
  const t = useT();
  return (
    <Card level={2} title={t(`exchange.upload.${kind}Title`)}>
      <Form method="post" encType="multipart/form-data" className="form" noValidate>
        <FormErrors errors={state?.errors} formId={kind} />
        <SubmissionId value={submissionId} />
        <input type="hidden" name="kind" value={kind} />
        <FileField
          name="file"
          label={t("exchange.upload.file")}
          hint={t(`exchange.upload.${kind}Lead`)}
          accept={kind === "sie" ? ".se,.si,.sie,.txt" : ".csv,.txt,text/csv"}
          maxBytes={largestImport}
          tooLarge={t("exchange.upload.tooLarge")}
          required
          state={{ values: {}, errors: {}, ...state, formId: kind }}
        />
        <FormActions>
          <SubmitButton
            variant={kind === "sie" ? "primary" : "secondary"}
            busyLabel={t("exchange.upload.reading")}
          >
            {t("exchange.upload.submit")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
