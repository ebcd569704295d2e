import type { z } from "zod";
import type { Sentence } from "./field-error";

export type FieldValues = Record<string, string | string[]>;

export type ParsedForm<T> =
  { ok: true; value: T } | { ok: false; values: FieldValues; errors: Record<string, Sentence> };

/**
 * Reads a sent form by its schema. A field that comes several times is a list. Files reach the
 * schema as they are; among `values` are their names: a browser can't be given them back.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): ParsedForm<z.output<Schema>> {
  const raw = rawFields(form);
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, Sentence> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? "form");
    errors[name] ??= sentenceOf(issue);
  }
  return { ok: false, values: fieldValues(form), errors };
}

/** What was typed, to be shown again, and what the chosen files are called. */
export function fieldValues(form: FormData): FieldValues {
  return byName(form, (sent) => {
    const texts = sent.map((value) => (typeof value === "string" ? value : value.name));
    return texts.length === 1 ? (texts[0] ?? "") : texts;
  });
}

function rawFields(form: FormData): Record<string, unknown> {
  return byName(form, (sent) => (sent.length === 1 ? sent[0] : sent));
}

/**
 * What was sent under each name, looked at once: `getAll` goes through the whole form, so asking
 * it for every name would take the square of their number.
 */
function byName<Value>(
  form: FormData,
  valueOf: (sent: FormDataEntryValue[]) => Value,
): Record<string, Value> {
  const sent = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of form) {
    const earlier = sent.get(name);
    if (earlier) earlier.push(value);
    else sent.set(name, [value]);
  }
  // Own keys, so that a field such as "__proto__" is only a key.
  return Object.fromEntries([...sent].map(([name, values]) => [name, valueOf(values)]));
}

/**
 * The sentence for a fault that the schema found. Our own checks give a dictionary key as their
 * message, with `params` as its values; the rest are told apart by zod's codes.
 */
function sentenceOf(issue: z.core.$ZodIssue): Sentence {
  if (/^[a-z]\w*(\.\w+)+$/.test(issue.message)) {
    return issue.code === "custom" && issue.params
      ? { key: issue.message, values: valuesOf(issue.params) }
      : { key: issue.message };
  }
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string"
        ? { key: "errors.tooLong", values: { max: Number(issue.maximum) } }
        : { key: "errors.tooLarge", values: { max: Number(issue.maximum) } };
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? { key: "errors.required" }
        : { key: "errors.tooSmall", values: { min: Number(issue.minimum) } };
    case "invalid_type":
      return issue.input === undefined ? { key: "errors.required" } : { key: "errors.unreadable" };
    default:
      return { key: "errors.unreadable" };
  }
}

function valuesOf(params: Record<string, unknown>): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    values[name] = typeof value === "number" ? value : String(value);
  }
  return values;
}
