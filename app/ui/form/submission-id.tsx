import { typedValue, useRefusedForm } from "./form-state";

/**
 * The hidden id that the loader made for this showing of the form (a UUID): the server takes the
 * same id with the same content for the same act. A form that is shown again has the id that its
 * answer gave it: a new one where the old one has been used.
 */
export function SubmissionId({ value }: { value: string }) {
  const { form } = useRefusedForm();
  const given = typedValue(form, "submissionId");
  return <input type="hidden" name="submissionId" value={given ?? value} />;
}
