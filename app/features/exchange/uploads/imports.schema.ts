import { z } from "zod";
import { many, optionalId, requiredId, submissionId, ticked } from "~/formats/form-fields";
import { largestImport, longestObjectCode } from "./import-limits";

export const uploadForm = z.object({
  submissionId,
  kind: z.enum(["sie", "training"], "errors.unreadable"),
  file: z
    .instanceof(File, { message: "exchange.upload.noFile" })
    .refine((file) => file.size > 0 || file.name !== "", "exchange.upload.noFile")
    .refine((file) => file.size > 0, "exchange.upload.empty")
    .refine((file) => file.size <= largestImport, "exchange.upload.tooLarge"),
});

const seen = z.string("errors.unreadable").regex(/^[0-9a-f]{64}$/, "errors.unreadable");

/** A cost's id, and a voucher's of the file or of those that stand. */
const pairName = /^[0-9a-f-]{36}(?::(?:v\d{1,7}|[0-9a-f-]{36}))?$/;

export const applyLedgerForm = z
  .object({
    submissionId,
    seen,
    project: requiredId,
    object: z.string("errors.required").min(1, "errors.required").max(longestObjectCode),
    /** Logged costs that the ledger's rows take the place of, each with the voucher or its own. */
    replace: many(z.string("errors.unreadable").regex(pairName, "errors.unreadable"), 1000),
  })
  // One field an account, `line:ACCOUNT`: the line's id, or empty for not yet placed.
  .catchall(z.union([z.string(), z.array(z.string())]));

export type ApplyLedgerInput = z.output<typeof applyLedgerForm>;

/** A training list's columns, `column:0` and so on, as the preview showed them. */
export const applyTrainingForm = z
  .object({
    ...{ submissionId, seen, skipBad: ticked.optional() },
    ...{ skipTakenBack: ticked.optional(), withEarly: ticked.optional() },
    ...{ replaceChanged: ticked.optional(), project: optionalId.optional() },
  })
  .catchall(z.union([z.string(), z.array(z.string())]));

export type ApplyTrainingInput = z.output<typeof applyTrainingForm>;

export const withdrawImportForm = z.object({ submissionId });
