import { z } from "zod";

/** Twelve digits before the decimals and two after are what the database keeps. */
const largest = 999_999_999_999;

/** A value as people type it: `1 234,5` or `1234.50`; at most two decimals. */
export const value = z
  .string("errors.required")
  .transform((typed) => typed.replace(/\s/g, "").replace(/[−–]/, "-").replace(",", "."))
  .refine((typed) => typed !== "", { message: "errors.required", abort: true })
  .refine((typed) => /^[+-]?\d+(\.\d+)?$/.test(typed), {
    message: "outcomes.errors.valueUnreadable",
    abort: true,
  })
  .refine((typed) => !/\.\d{3,}$/.test(typed), {
    message: "outcomes.errors.valueDecimals",
    abort: true,
  })
  .transform(Number)
  .refine((number) => Math.abs(number) <= largest, {
    message: "errors.tooLarge",
    params: { max: largest },
  });

/** The same as it stands in a field. */
export function typedValue(number: number, language: "sv" | "en"): string {
  return language === "sv" ? String(number).replace(".", ",") : String(number);
}
