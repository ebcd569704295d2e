import { z } from "zod";
import { requiredId, submissionId } from "~/formats/form-fields";

export const freezeGroupForm = z.object({ submissionId, competenceId: requiredId });
export type FreezeGroupInput = z.output<typeof freezeGroupForm>;
