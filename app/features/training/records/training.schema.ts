import { z } from "zod";
import { agreed, optionalId, submissionId, text, ticked } from "~/formats/form-fields";
import { amount, day, duration, freeText, orNothing, wholeNumber } from "~/formats/typed-fields";
import { level } from "~/features/competence/levels/level.schema";
import {
  costMaxKronor,
  courseMaxHours,
  learnedMax,
  planMaxColleagues,
  titleMax,
  wordMax,
} from "./training-limits";

/** A chosen file; null where the field was left alone, which browsers send as a nameless one. */
const upload = z.preprocess(
  (value) => (value instanceof File && (value.name !== "" || value.size > 0) ? value : null),
  z.instanceof(File).nullable(),
);

/** An address of a page: nothing that a browser would run or open on the reader's own machine. */
const link = text({ max: 500 }).refine(isWebAddress, "training.field.link");

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || /\s/.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  return hostname.includes(".") && username === "" && password === "";
}

const course = {
  submissionId,
  title: freeText({ max: titleMax }),
  competenceId: optionalId,
  heldOn: day,
  /** That it was taken before the employment, where the form has asked. */
  agreed,
  hours: duration({ maxHours: courseMaxHours }),
  learned: freeText({ max: learnedMax, optional: true }),
  claimedLevel: orNothing(level),
  evidenceFile: upload,
  /** Takes the file away that was sent before; a new file takes its place anyway. */
  dropFile: ticked,
  evidenceLink: orNothing(link),
  cost: orNothing(amount({ maxKronor: costMaxKronor })),
  budgetLineId: optionalId,
  /** The project that a course without a budget line was taken for. */
  projectId: optionalId,
};

export const mendCourseForm = z.object(course);
export type MendedCourse = z.output<typeof mendCourseForm>;

/** `replaces` is the record that was taken back and that this one corrects. */
export const logCourseForm = z.object({ ...course, replaces: optionalId });
export type CourseInput = z.output<typeof logCourseForm>;

/** `seenAt` is when the course that the manager looks at was sent in. */
const seenAt = z.iso.datetime("errors.unreadable");

export const approveForm = z.object({
  submissionId,
  seenAt,
  competenceId: optionalId,
  level: orNothing(level),
  observed: ticked,
  /** The ledger's row that is the course's invoice: then its cost isn't booked once more. */
  invoice: optionalId,
  /** The rows that the form has shown, see `offeredIn`. */
  offered: text({ max: 1000, optional: true }).optional(),
  word: freeText({ max: wordMax, optional: true }),
  planColleagues: orNothing(wholeNumber({ min: 1, max: planMaxColleagues })),
  planDueOn: orNothing(day),
  /** What the form has asked: a course from before the employment, an invoice that came meanwhile. */
  agreed,
});
export type Approval = z.output<typeof approveForm>;

export const returnForm = z.object({ submissionId, seenAt, word: freeText({ max: wordMax }) });
export type ReturnInput = z.output<typeof returnForm>;

export const withdrawForm = z.object({
  submissionId,
  reason: freeText({ max: wordMax, optional: true }),
  /** "again" opens the form for a new one, filled in. */
  next: z.enum(["again"]).optional().catch(undefined),
});
export type WithdrawInput = Omit<z.output<typeof withdrawForm>, "next">;
