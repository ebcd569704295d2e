import { z } from "zod";
import { text } from "~/formats/form-fields";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";
import { parseTypedDate } from "~/formats/swedish-input";

// What forms about units and people take, as values.

/** The mark of what the form showed, as it comes back. */
export const seen = z.string("errors.unreadable").max(60, "errors.unreadable");

/** One line about a person or a unit, in which no personal identity number belongs. */
export function line(limits: { max: number; optional?: boolean }) {
  return text(limits)
    .refine((value) => !value.includes("\n"), "errors.controlCharacters")
    .refine((value) => findPersonalIdentityNumber(value) === null, "organisation.identityNumber");
}

/** A day as `YYYY-MM-DD`, not before 1950. */
export const day = z.string("errors.required").transform((typed, context) => {
  const read = parseTypedDate(typed);
  const fault = read.ok
    ? read.date < "1950-01-01" && "organisation.day.tooEarly"
    : dayFaults[read.reason];
  if (read.ok && !fault) return read.date;
  context.issues.push({ code: "custom", message: fault || "errors.unreadable", input: typed });
  return z.NEVER;
});

const dayFaults = {
  empty: "errors.required",
  unreadable: "organisation.day.unreadable",
  "does-not-exist": "organisation.day.missing",
};

/** A field that may be left empty or out: then null. */
export function orNothing<Field extends z.ZodType>(field: Field) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && !value.trim()) ? null : value),
    field.nullable(),
  );
}
