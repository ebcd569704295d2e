import { useActionData } from "../navigation";

/**
 * What a form shows again after a failed submit. `values` holds what was typed, by field name, and
 * wins over a field's `defaultValue`; `errors` holds one translated sentence a field.
 */
export type FormState = {
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  /**
   * What there is to see before the form is carried out. `mark` is the yes, see `<AskedAgain>`; null
   * where to send the form again says it. `needed`: the fields without which a yes is none.
   */
  asked?: { touched: TouchedLine[]; mark: string | null; needed?: string[] };
  /** Tells the fields of two forms on one page apart; also given to `FormErrors`. */
  formId?: string;
};

/** What the page's action answers to a form that could not be carried out. */
export type RefusedForm = { form: FormState };

/** The form that the page has just refused, if any. */
export function useRefusedForm(): Partial<RefusedForm> {
  return useActionData<Partial<RefusedForm>>() ?? {};
}

export type TouchedLine = { says: string; links: { label: string; href: string | null }[] };

/** The element id of a field: where labels, error links and anchors point. */
export function fieldId(name: string, formId?: string): string {
  return formId ? `${formId}-${name}` : `field-${name}`;
}

/** What was typed in a field with one value, if the form has been sent once. */
export function typedValue(state: FormState | null | undefined, name: string): string | undefined {
  const value = state?.values[name];
  return Array.isArray(value) ? value[0] : value;
}

/** What was chosen in a field with many values; a form that was sent without any gives `[]`. */
export function typedValues(
  state: FormState | null | undefined,
  name: string,
): string[] | undefined {
  if (!state) return undefined;
  const value = state.values[name];
  if (value === undefined) return Object.keys(state.values).length > 0 ? [] : undefined;
  return Array.isArray(value) ? value : [value];
}
