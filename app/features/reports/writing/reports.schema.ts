import { z } from "zod";
import { day, freeText } from "~/formats/typed-fields";
import { requiredId, submissionId, text } from "~/formats/form-fields";
import { isId } from "~/platform/ids";
import type { IsoDate } from "~/terms/day";
import { commentMax, lineOfField, textMax, titleMax } from "./report-fields";

/** Enough for the longest texts, in the form in which a browser sends them. */
export const textsFormMaxBytes = 1024 * 1024;

/** What a report is: its period as people say it, from its first day to its last. */
const head = {
  submissionId,
  kind: z.enum(["interim", "final"], "errors.required"),
  title: freeText({ max: titleMax }),
  startsOn: day,
  endsOn: day,
  dueOn: day,
};

export const newReportForm = inOrder(z.object({ ...head, projectId: requiredId }));
export type NewReport = z.output<typeof newReportForm>;

/** `seen` is what the form was made from, see `seenState`. */
export const changeReportForm = inOrder(z.object({ ...head, seen: text({ max: 100 }) }));
export type ReportChange = z.output<typeof changeReportForm>;

type Days = { startsOn: IsoDate; endsOn: IsoDate; dueOn: IsoDate };

function inOrder<Schema extends z.ZodType<Days>>(schema: Schema) {
  return schema
    .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
      path: ["endsOn"],
      message: "reports.errors.endsBeforeStart",
    })
    .refine(({ startsOn, dueOn }) => startsOn <= dueOn, {
      path: ["dueOn"],
      message: "reports.errors.dueBeforeStart",
    });
}

const reportText = freeText({ max: textMax, optional: true });
const comment = freeText({ max: commentMax, optional: true });

/** The texts of a report, and its comments by budget line in fields that `commentField` names. */
export const reportTextsForm = z
  .object({
    submissionId,
    /** What the form was made from, see `textsMark`. */
    seen: text({ max: 100 }),
    activities: reportText,
    results: reportText,
    lessons: reportText,
  })
  .catchall(comment)
  .transform(({ submissionId, seen, activities, results, lessons, ...rest }) => ({
    submissionId,
    seen,
    texts: { activities, results, lessons },
    comments: Object.entries(rest).flatMap(([field, said]) => {
      const lineId = lineOfField(field);
      return isId(lineId) ? [{ lineId, text: said }] : [];
    }),
  }));
export type ReportTextsInput = z.output<typeof reportTextsForm>;

/** A verb without fields of its own. */
export const verbForm = z.object({ submissionId });
