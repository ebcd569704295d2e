import { z } from "zod";
import { agreed, requiredId, submissionId, ticked } from "~/formats/form-fields";
import { day, orNothing, wholeNumber } from "~/formats/typed-fields";
import { jobTitleMax } from "../people-limits";
import { line, seen } from "../set-up-fields.schema";
import { reasonMax } from "./placement-limits";

/** Where somebody works, and how much of full time, in per cent; full time where nothing is said. */
export const place = {
  unitId: requiredId,
  jobTitle: line({ max: jobTitleMax, optional: true }),
  share: orNothing(wholeNumber({ min: 1, max: 100 })).transform((share) => share ?? 100),
};

/** `leftOn` is the first day on which the person is no longer there. */
export const newPlacementForm = z
  .object({ submissionId, seen, ...place, from: day, leftOn: orNothing(day) })
  .refine(({ from, leftOn }) => leftOn === null || leftOn > from, {
    path: ["leftOn"],
    message: "organisation.placement.endsBeforeStart",
  });
export type NewPlacement = z.output<typeof newPlacementForm>;

/** `from` is the day of another unit, title or share. */
export const placementForm = z
  .object({
    ...{ submissionId, seen, agreed, ...place },
    from: orNothing(day),
    startsOn: day,
    leftOn: orNothing(day),
  })
  .refine(({ startsOn, leftOn }) => leftOn === null || leftOn > startsOn, {
    path: ["leftOn"],
    message: "organisation.placement.endsBeforeStart",
  });
export type PlacementChange = z.output<typeof placementForm>;

export const withdrawPlacementForm = z.object({
  ...{ submissionId, seen, agreed },
  reason: line({ max: reasonMax }),
  /** Whether those that ended where it began go on in its place. */
  goesOn: ticked,
});
export type PlacementWithdrawal = z.output<typeof withdrawPlacementForm>;
