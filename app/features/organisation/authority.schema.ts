import { z } from "zod";
import { submissionId } from "~/formats/form-fields";
import { organisationNumber } from "~/formats/organisation-number";
import { orNothing } from "~/formats/typed-fields";
import { seen } from "./set-up-fields.schema";

/** The number as at set-up: `nnnnnn-nnnn`, or nothing. */
export const authorityForm = z.object({
  submissionId,
  seen,
  orgNumber: orNothing(organisationNumber),
});
export type AuthorityInput = z.output<typeof authorityForm>;
