import { text } from "./form-fields";

/**
 * An organisation number as people type it, as `nnnnnn-nnnn`. From the third digit up to 1 a number
 * holds a month, and is a person's: those have no place.
 */
export const organisationNumber = text({ max: 20 })
  .transform((typed) => typed.replace(/[\s–-]/g, ""))
  .refine((digits) => /^\d{2}[2-9]\d{7}$/.test(digits), "errors.orgNumber")
  .transform((digits) => `${digits.slice(0, 6)}-${digits.slice(6)}`);
