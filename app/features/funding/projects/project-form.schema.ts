import { z } from "zod";
import { seen } from "~/features/organisation/set-up-fields.schema";
import { requiredId, submissionId, text } from "~/formats/form-fields";
import { day, freeText } from "~/formats/typed-fields";
import { agreedChange } from "../reported/agreed-change.schema";

/** Letters, digits and hyphens: it stands in addresses, where `new` is taken. */
const code = text({ max: 20 })
  .transform((typed) => typed.toUpperCase())
  .refine((typed) => /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(typed), {
    message: "funding.errors.codeShape",
    abort: true,
  })
  .refine((typed) => typed !== "NEW", "funding.errors.codeReserved");

const fields = {
  submissionId,
  code,
  name: text({ max: 120 }),
  purpose: freeText({ max: 2000, optional: true }),
  unitId: requiredId,
  startsOn: day,
  endsOn: day,
};

const rightWay = { path: ["endsOn"], message: "funding.errors.endsBeforeStart" };

/** What a project is. `endsOn` is its last day, as people say it. */
export const projectForm = z
  .object(fields)
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, rightWay);
export type ProjectInput = z.output<typeof projectForm>;

export const projectChangeForm = z
  .object({ ...fields, seen, ...agreedChange })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, rightWay);
export type ProjectChange = z.output<typeof projectChangeForm>;
