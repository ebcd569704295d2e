import { z } from "zod";
import { requiredId, submissionId, ticked } from "~/formats/form-fields";
import { day } from "~/formats/typed-fields";
import { levelAboveNone } from "../levels/level.schema";

export const attestForm = z.object({
  submissionId,
  competenceId: requiredId,
  level: levelAboveNone,
  attestedOn: day,
  observed: ticked,
});
export type AttestInput = z.output<typeof attestForm>;

export const teachBackForm = z.object({
  submissionId,
  competenceId: requiredId,
  attestedOn: day,
});
export type TeachBackInput = z.output<typeof teachBackForm>;

export const withdrawAttestationForm = z.object({ submissionId });
