import { z } from "zod";
import { dayBounds } from "~/terms/day";
import { text } from "./form-fields";
import { findPersonalIdentityNumber } from "./personal-identity-number";
import { parseTypedAmount, parseTypedDate, parseTypedDuration } from "./swedish-input";

// Days, lengths of time, amounts and texts as people type them, as fields of a form's schema.

/** A day as `YYYY-MM-DD`, within `dayBounds`. Whether it may lie ahead is the command's matter. */
export const day = z.string("errors.required").transform((typed, context) => {
  const read = parseTypedDate(typed);
  return read.ok ? read.date : refuse(context, dayFaults[read.reason], dayBounds);
});

const dayFaults = {
  empty: "errors.required",
  unreadable: "errors.dayUnreadable",
  "does-not-exist": "errors.dayMissing",
  "out-of-bounds": "errors.dayOutOfBounds",
};

/** A length of time in whole minutes: over 0, at most `maxHours`. */
export function duration({ maxHours }: { maxHours: number }) {
  return z.string("errors.required").transform((typed, context) => {
    const read = parseTypedDuration(typed);
    if (!read.ok && read.reason !== "too-large") {
      return refuse(context, durationFaults[read.reason]);
    }
    if (!read.ok || read.minutes > maxHours * 60) {
      return refuse(context, "errors.durationTooLong", { max: maxHours });
    }
    return read.minutes > 0 ? read.minutes : refuse(context, "errors.durationZero");
  });
}

const durationFaults = {
  empty: "errors.required",
  unreadable: "errors.durationUnreadable",
};

/** A count of something, from `min` to `max`. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  return text({ max: 10 })
    .refine((typed) => /^\d+$/.test(typed), "errors.wholeNumber")
    .transform(Number)
    .refine((count) => count >= min, { message: "errors.tooSmall", params: { min } })
    .refine((count) => count <= max, { message: "errors.tooLarge", params: { max } });
}

/** An amount in öre, 0 to `maxKronor`. */
export function amount({ maxKronor }: { maxKronor: number }) {
  return z.string("errors.required").transform((typed, context) => {
    const read = parseTypedAmount(typed);
    if (!read.ok && read.reason !== "too-large") return refuse(context, amountFaults[read.reason]);
    if (!read.ok || read.amountOre > maxKronor * 100) {
      return refuse(context, "errors.tooLarge", { max: maxKronor });
    }
    return read.amountOre >= 0 ? read.amountOre : refuse(context, "errors.amountNegative");
  });
}

const amountFaults = {
  empty: "errors.required",
  unreadable: "errors.amountUnreadable",
  ambiguous: "errors.amountAmbiguous",
  "too-many-decimals": "errors.amountDecimals",
};

/** Text about work, in which no personal identity number belongs. */
export function freeText(limits: { max: number; optional?: boolean }) {
  return text(limits).refine(
    (value) => findPersonalIdentityNumber(value) === null,
    "errors.identityNumber",
  );
}

/** A field that may be left empty or out: then null. */
export function orNothing<Field extends z.ZodType>(field: Field) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && !value.trim()) ? null : value),
    field.nullable(),
  );
}

function refuse(
  context: z.core.$RefinementCtx,
  message: string,
  params?: Record<string, string | number>,
): never {
  context.issues.push({ code: "custom", message, params, input: context.value });
  return z.NEVER;
}
