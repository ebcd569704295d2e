import { z } from "zod";
import { optionalId, submissionId } from "~/formats/form-fields";
import { duration, freeText, orNothing } from "~/formats/typed-fields";
import { level } from "~/features/competence/levels/level.schema";
import { seen } from "~/features/organisation/set-up-fields.schema";
import { courseMaxHours, providerMax, titleMax } from "../records/training-limits";

const fields = {
  submissionId,
  title: freeText({ max: titleMax }).transform((typed) => typed.replace(/\s+/g, " ")),
  provider: freeText({ max: providerMax, optional: true }),
  competenceId: optionalId,
  hours: orNothing(duration({ maxHours: courseMaxHours })),
  givesLevel: orNothing(level.refine((chosen) => chosen > 0, "errors.unreadable")),
};

export const catalogueForm = z.object(fields).refine(levelIsOfSomething, {
  path: ["competenceId"],
  message: "training.catalogue.levelOfWhat",
});
export type CatalogueInput = z.output<typeof catalogueForm>;

export const catalogueChangeForm = z.object({ ...fields, seen }).refine(levelIsOfSomething, {
  path: ["competenceId"],
  message: "training.catalogue.levelOfWhat",
});
export type CatalogueChange = z.output<typeof catalogueChangeForm>;

function levelIsOfSomething(course: { givesLevel: number | null; competenceId: string | null }) {
  return course.givesLevel === null || course.competenceId !== null;
}
