import { z } from "zod";
import { agreedChange } from "~/features/funding/reported/agreed-change.schema";
import { seen } from "~/features/organisation/set-up-fields.schema";
import { requiredId, submissionId } from "~/formats/form-fields";
import { day, orNothing } from "~/formats/typed-fields";

export const freezeGroupForm = z.object({
  submissionId,
  competenceId: requiredId,
  /** The day whose people become the group. */
  day: orNothing(day),
  /** The people that the form named, and asked about: see `seenState`. */
  seen,
  ...agreedChange,
});
export type FreezeGroupInput = z.output<typeof freezeGroupForm>;
