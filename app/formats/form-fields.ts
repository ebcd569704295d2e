import { z } from "zod";

// What people type in a form, as values. Each field takes text and gives a value, or a fault whose
// message is a key of the dictionary.

/** The form's own id, made with the form: see `transact`. */
export const submissionId = z.uuid("errors.unreadable");

/**
 * A line or paragraph of text: trimmed, at most `max` characters, without the control characters
 * that no keyboard types and the database refuses. Empty only when `optional`.
 */
export function text({ max, optional = false }: { max: number; optional?: boolean }) {
  const field = z
    .string("errors.required")
    .transform((value) => value.replaceAll("\r\n", "\n").trim().normalize("NFC"))
    .refine((value) => !/[\0-\x08\x0b-\x1f\x7f]/.test(value), "errors.controlCharacters")
    .refine((value) => [...value].length <= max, {
      message: "errors.tooLong",
      params: { max },
    });
  return optional
    ? z.preprocess((value) => value ?? "", field)
    : field.refine((value) => value !== "", "errors.required");
}

export const emailAddress = text({ max: 200 })
  .transform((value) => value.toLowerCase())
  .refine((value) => z.email().safeParse(value).success, "errors.email");

/** A field that may come any number of times: none, one or several. */
export function many<Item extends z.ZodType>(item: Item, most = 200) {
  return z.preprocess(
    (value): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most, "errors.tooMany"),
  );
}

/** A box that is ticked or not. */
export const ticked = z.preprocess((value) => value !== undefined && value !== "", z.boolean());

/** The yes to what a change touches, see `Question`: empty until it has been asked. */
export const agreed = text({ max: 100, optional: true });

/** One of a list's ids, or nothing chosen. */
export const optionalId = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.uuid("errors.unreadable").nullable(),
);
export const requiredId = z
  .string("errors.required")
  .min(1, "errors.required")
  .pipe(z.uuid("errors.unreadable"));
