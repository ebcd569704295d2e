import { z } from "zod";
import { agreed, emailAddress, submissionId } from "~/formats/form-fields";
import { day, orNothing } from "~/formats/typed-fields";
import { familyNameMax, givenNameMax } from "./people-limits";
import { place } from "./placements/placements.schema";
import { line, seen } from "./set-up-fields.schema";

const fields = {
  submissionId,
  givenName: line({ max: givenNameMax }),
  familyName: line({ max: familyNameMax }),
  email: orNothing(emailAddress),
  agreed,
  ...place,
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
