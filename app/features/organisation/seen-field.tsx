/** The hidden mark of what the form showed: see `seenState`. */
export function SeenField({ value }: { value: string }) {
  return <input type="hidden" name="seen" value={value} />;
}
