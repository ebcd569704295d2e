import { z } from "zod";
import { text } from "~/formats/form-fields";
import { findPersonalIdentityNumber } from "~/formats/personal-identity-number";

// What forms about units and people take, as values.

/** The mark of what the form showed, as it comes back. */
export const seen = z.string("errors.unreadable").max(60, "errors.unreadable");

/** One line about a person or a unit, in which no personal identity number belongs. */
export function line(limits: { max: number; optional?: boolean }) {
  return text(limits)
    .refine((value) => !value.includes("\n"), "errors.controlCharacters")
    .refine((value) => findPersonalIdentityNumber(value) === null, "organisation.identityNumber");
}
