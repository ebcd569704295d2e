import type { z } from "zod";
import { FieldError } from "~/platform/field-error";
import { parseForm } from "~/platform/form";

/** What a sent form says by its schema; throws a `FieldError` at each field that can't be so. */
export function parsedForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): z.output<Schema> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) throw new FieldError(parsed.errors);
  return parsed.value;
}
