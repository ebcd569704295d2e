/** A sentence of the dictionary with what fills its placeholders. */
export type Sentence = { key: string; values?: Record<string, string | number> };

/**
 * Input that a command can't accept, by the form's field names: the person gets the form back
 * with everything they typed and these sentences beside the fields. Nothing has been written.
 */
export class FieldError extends Error {
  override name = "FieldError";
  readonly fields: Record<string, Sentence>;

  constructor(fields: Record<string, Sentence>) {
    super(
      Object.entries(fields)
        .map(([name, { key }]) => `${name}: ${key}`)
        .join("; "),
    );
    this.fields = fields;
  }
}
