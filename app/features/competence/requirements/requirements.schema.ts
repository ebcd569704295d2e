import { z } from "zod";
import { requiredId, submissionId, text } from "~/formats/form-fields";
import { day, orNothing } from "~/formats/typed-fields";
import { seen } from "~/features/organisation/set-up-fields.schema";
import { minimumMax } from "../catalogue/competence-limits";
import { levelAboveNone } from "../levels/level.schema";

/** How many people at least: 0 asks for nobody. */
const people = text({ max: 10 })
  .refine((typed) => /^\d+$/.test(typed), "competence.requirements.wholeNumber")
  .transform(Number)
  .refine((count) => count <= minimumMax, {
    message: "errors.tooLarge",
    params: { max: minimumMax },
  });

const fields = {
  submissionId,
  level: levelAboveNone,
  minHolders: people,
  minCarriers: people,
  dueOn: orNothing(day),
};

export const requirementForm = z.object({ ...fields, competenceId: requiredId });
export type RequirementInput = z.output<typeof requirementForm>;

export const requirementChangeForm = z.object({ ...fields, seen });
export type RequirementChange = z.output<typeof requirementChangeForm>;

export const requirementRemovalForm = z.object({ submissionId });
