import { z } from "zod";
import { emailAddress, optionalId, requiredId, submissionId } from "~/formats/form-fields";
import { familyNameMax, givenNameMax, jobTitleMax } from "./people-limits";
import { wholeNumber } from "~/formats/typed-fields";
import { day, line, orNothing, seen } from "./set-up-fields.schema";

const fields = {
  submissionId,
  givenName: line({ max: givenNameMax }),
  familyName: line({ max: familyNameMax }),
  email: orNothing(emailAddress),
  /** The account with the address, where the form has asked and was answered. */
  accountId: optionalId,
  jobTitle: line({ max: jobTitleMax, optional: true }),
  unitId: requiredId,
  /** Of full time, in per cent; full time where nothing is said. */
  share: orNothing(wholeNumber({ min: 1, max: 100 })).transform((share) => share ?? 100),
  joinedOn: day,
  /** The first day on which the person is no longer there. */
  leftOn: orNothing(day),
};

export const personForm = z.object(fields).refine(leavesAfterJoining, {
  path: ["leftOn"],
  message: "organisation.people.leftBeforeJoined",
});
export type PersonInput = z.output<typeof personForm>;

export const personChangeForm = z
  .object({ ...fields, seen, from: orNothing(day) })
  .refine(leavesAfterJoining, {
    path: ["leftOn"],
    message: "organisation.people.leftBeforeJoined",
  });
export type PersonChange = z.output<typeof personChangeForm>;

function leavesAfterJoining({ joinedOn, leftOn }: { joinedOn: string; leftOn: string | null }) {
  return leftOn === null || leftOn > joinedOn;
}
