import { z } from "zod";
import { agreed, many, submissionId, text, word } from "~/formats/form-fields";
import { day, duration, freeText } from "~/formats/typed-fields";
import { pickedPerson, withPicked } from "~/formats/picked-people";
import { noteMax, reasonMax } from "./hand-over-limits";
import { givenLevel, handOverForms } from "../rules/occasion";

const id = z.uuid("errors.unreadable");
/** An id, or the code that stands in addresses. */
const idOrCode = text({ max: 100 });

/**
 * What the form of a hand-over says. Without trainers it is the sender's own; with no field for
 * a project, the project is found by the competence, and an empty one means none.
 */
export const handOverForm = withPicked(
  ["trainers", "learners"],
  z.object({
    submissionId: submissionId.optional(),
    competence: idOrCode,
    heldOn: day,
    hours: duration({ maxHours: 24 }),
    form: word(handOverForms, "errors.required"),
    givesLevel: z
      .enum(["1", "2", "3"], "errors.unreadable")
      .default("2")
      .transform((digit) => givenLevel(Number(digit))),
    trainers: many(pickedPerson, 50),
    learners: many(pickedPerson, 200).refine(
      (ids) => ids.length > 0,
      "cascade.errors.chooseLearner",
    ),
    elements: many(id, 200),
    project: z.union([z.literal(""), idOrCode]).optional(),
    note: freeText({ max: noteMax, optional: true }),
    agreed,
  }),
);
export type HandOverEntry = z.output<typeof handOverForm>;

/** A learner's yes: a button, until there is something to ask. */
export const confirmHandOverForm = z.object({ agreed });

export const withdrawHandOverForm = z.object({
  submissionId: submissionId.optional(),
  reason: freeText({ max: reasonMax }),
  /** Whether the form opens anew with the same values. */
  next: z.enum(["again"]).optional().catch(undefined),
});
export type HandOverWithdrawal = z.output<typeof withdrawHandOverForm>;
