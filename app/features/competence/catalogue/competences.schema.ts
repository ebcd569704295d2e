import { z } from "zod";
import { submissionId, text } from "~/formats/form-fields";
import { seen } from "~/features/organisation/set-up-fields.schema";
import { codeMax, isCode, proposeCode } from "../rules/competence-code";
import { descriptionMax, elementMax, elementsMax, nameMax } from "./competence-limits";
import { repeatedName } from "../rules/core-elements";
import { day, freeText, orNothing } from "~/formats/typed-fields";

/** One core element a line; empty lines say nothing. */
const elements = freeText({ max: 2 * elementsMax * (elementMax + 2), optional: true }).transform(
  (typed, context) => {
    const lines = typed
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== "");
    const fault = faultOfLines(lines);
    if (!fault) return lines;
    context.issues.push({ code: "custom", input: typed, ...fault });
    return z.NEVER;
  },
);

function faultOfLines(lines: string[]) {
  if (lines.length > elementsMax) {
    return { message: "competence.form.tooManyElements", params: { max: elementsMax } };
  }
  const tooLong = lines.find((line) => [...line].length > elementMax);
  if (tooLong) {
    const values = { max: elementMax, line: lines.indexOf(tooLong) + 1 };
    return { message: "competence.form.elementTooLong", params: values };
  }
  const twice = repeatedName(lines);
  return twice && { message: "competence.form.elementTwice", params: { name: twice } };
}

const fields = {
  submissionId,
  name: freeText({ max: nameMax }).transform((typed) => typed.replace(/\s+/g, " ")),
  code: text({ max: codeMax, optional: true }).transform((typed) => typed.toLowerCase()),
  description: freeText({ max: descriptionMax, optional: true }),
  elements,
};

/** A code that is left empty is made of the name. */
export const competenceForm = z.object(fields).transform(withCode);
export type CompetenceInput = z.output<typeof competenceForm>;

export const competenceChangeForm = z
  .object({
    ...fields,
    seen,
    /** From which day core elements are new or gone. */
    from: orNothing(day),
    /** What is said of lines that may be renamed elements, where it has been asked. */
    renames: z.enum(["ask", "renamed", "replaced"], "errors.unreadable").default("ask"),
  })
  .transform(withCode);
export type CompetenceChange = z.output<typeof competenceChangeForm>;

function withCode<Form extends { name: string; code: string }>(
  form: Form,
  context: z.core.$RefinementCtx<Form>,
): Form {
  const code = form.code || proposeCode(form.name);
  if (!isCode(code)) {
    context.issues.push({
      code: "custom",
      message: "competence.form.codeSigns",
      path: ["code"],
      input: form,
    });
  }
  return { ...form, code };
}
