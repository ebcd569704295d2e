import { z } from "zod";
import { requiredId, submissionId } from "~/formats/form-fields";
import { day, orNothing, wholeNumber } from "~/formats/typed-fields";
import { seen } from "~/features/organisation/set-up-fields.schema";
import { minimumMax } from "../catalogue/competence-limits";
import { levelAboveNone } from "../levels/level.schema";
import { removals } from "../rules/requirement-stretch";

/** How many people at least: 0 asks for nobody. */
const people = wholeNumber({ min: 0, max: minimumMax });

const fields = {
  submissionId,
  level: levelAboveNone,
  minHolders: people,
  minCarriers: people,
  dueOn: orNothing(day),
};

export const requirementForm = z.object({
  ...fields,
  competenceId: requiredId,
  startsOn: orNothing(day),
});
export type RequirementInput = z.output<typeof requirementForm>;

export const requirementChangeForm = z.object({ ...fields, seen, from: orNothing(day) });
export type RequirementChange = z.output<typeof requirementChangeForm>;

export const requirementRemovalForm = z.object({
  submissionId,
  how: z.enum(removals, "errors.unreadable").default("ended"),
});
export type RequirementRemoval = z.output<typeof requirementRemovalForm>;
