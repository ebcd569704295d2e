import { z } from "zod";
import { optionalId, submissionId } from "~/formats/form-fields";
import { unitNameMax } from "./people-limits";
import { line, seen } from "./set-up-fields.schema";

/** `parentId` null: the unit stands at the top of the tree. */
export const unitForm = z.object({
  submissionId,
  name: line({ max: unitNameMax }),
  parentId: optionalId,
});
export type UnitInput = z.output<typeof unitForm>;

export const unitNameForm = z.object({ submissionId, seen, name: line({ max: unitNameMax }) });
export type UnitName = z.output<typeof unitNameForm>;
