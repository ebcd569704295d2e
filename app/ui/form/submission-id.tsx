/**
 * The hidden id that the loader made for this showing of the form (a UUID): the server takes a
 * second sending of the same id for the same act.
 */
export function SubmissionId({ value }: { value: string }) {
  return <input type="hidden" name="submissionId" value={value} />;
}
