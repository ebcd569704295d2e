import { z } from "zod";
import { composed, mayFit, stacksMarks } from "~/terms/composed-text";
import { visible } from "~/terms/visible-text";

// What people type in a form, as values. Each field takes text and gives a value, or a fault whose
// message is a key of the dictionary.

/** The form's own id, made with the form, and a digest of what stands in it: see `transact`. */
export const submissionId = z
  .string("errors.unreadable")
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.[\w-]{43})?$/i, "errors.unreadable");

/**
 * A line or paragraph of text: what can be seen of it, trimmed, a line's spaces one by one, composed,
 * at most `max` characters, without the control characters that no keyboard types and the database refuses. Empty
 * only when `optional`.
 */
export function text({ max, optional = false }: { max: number; optional?: boolean }) {
  const tooLong = { message: "errors.tooLong", params: { max } };
  const field = z
    .string("errors.required")
    .transform((value) => visible(value.replaceAll("\r\n", "\n")).trim())
    .refine((value) => mayFit(value, max), { ...tooLong, abort: true })
    .refine(isPlain, "errors.controlCharacters")
    .transform((value) => composed(value.includes("\n") ? value : value.replace(/\s{2,}/g, " ")))
    .refine((value) => [...value].length <= max, tooLong);
  return optional
    ? z.preprocess((value) => value ?? "", field)
    : field.refine((value) => value !== "", "errors.required");
}

/** Without control characters, and without marks upon marks upon one letter. */
function isPlain(value: string): boolean {
  return !/[\0-\x08\x0b-\x1f\x7f]/.test(value) && !stacksMarks(value);
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

/**
 * One of a set's words. Addresses and the forms of earlier versions spell them with hyphens. A
 * `z.enum` that says `error` of what is none of them.
 */
export function word<const Words extends readonly [string, ...string[]]>(
  words: Words,
  error: string,
) {
  return z
    .string(error)
    .transform((value) => value.replaceAll("-", "_"))
    .pipe(z.enum(words, error));
}

/** One of a list's ids, or nothing chosen. */
export const optionalId = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.uuid("errors.unreadable").nullable(),
);
export const requiredId = z
  .string("errors.required")
  .min(1, "errors.required")
  .pipe(z.uuid("errors.unreadable"));
