import { z } from "zod";
import { requiredId, submissionId, ticked } from "~/formats/form-fields";

/** Larger ledgers than this are exported a year, or a project, at a time. */
export const largestImport = 20 * 1024 * 1024;

export const uploadForm = z.object({
  submissionId,
  kind: z.enum(["sie", "training"], "errors.unreadable"),
  file: z
    .instanceof(File, { message: "exchange.upload.noFile" })
    .refine((file) => file.size > 0, "exchange.upload.empty")
    .refine((file) => file.size <= largestImport, "exchange.upload.tooLarge"),
});

export const applyLedgerForm = z
  .object({
    submissionId,
    project: requiredId,
    object: z.string().min(1, "errors.required").max(100),
  })
  // One field an account, `line:ACCOUNT`: the line's id, or empty for not yet placed.
  .catchall(z.union([z.string(), z.array(z.string())]));

/** A training list's columns, `column:0` and so on, as the preview showed them. */
export const applyTrainingForm = z
  .object({ submissionId, skipBad: ticked.optional() })
  .catchall(z.union([z.string(), z.array(z.string())]));
