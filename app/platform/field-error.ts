/** A sentence of the dictionary with what fills its placeholders. */
export type Sentence = { key: string; values?: Record<string, string | number> };

/** A box that a form shows only when it comes back: what it would send, and what it says. */
export type Choice = { value: string; label: Sentence };

/**
 * Input that a command can't accept, by the form's field names: the person gets the form back
 * with everything they typed and these sentences beside the fields. Nothing has been written.
 * `choices` are what they may say when they send it again, of which the form hadn't asked.
 */
export class FieldError extends Error {
  override name = "FieldError";
  readonly fields: Record<string, Sentence>;
  readonly choices: Record<string, Choice>;

  constructor(fields: Record<string, Sentence>, choices: Record<string, Choice> = {}) {
    super(
      Object.entries(fields)
        .map(([name, { key }]) => `${name}: ${key}`)
        .join("; "),
    );
    this.fields = fields;
    this.choices = choices;
  }
}
