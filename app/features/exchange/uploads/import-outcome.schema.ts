import { z } from "zod";

const ledger = z.object({
  kind: z.literal("ledger"),
  object: z.string(),
  vouchers: z.number(),
  rows: z.number(),
  sumOre: z.number(),
  /** Ids of logged courses' costs that the ledger's rows took the place of. */
  replaced: z.array(z.string()),
  /** Vouchers of earlier imports that were taken back: replaced, or gone from the ledger. */
  removed: z.number().optional(),
  /** Vouchers that were asked about and left as they are. */
  left: z.number().optional(),
});
const training = z.object({
  kind: z.literal("training"),
  rows: z.number(),
  /** Bad rows that were left out. */
  skipped: z.number(),
  /** Rows that can be read in several ways, left out until somebody answers. */
  asked: z.number().optional(),
  /** Rows dated before the person worked here that were left out. */
  early: z.number().optional(),
  /** Rows that took the place of what an earlier list has brought. */
  replaced: z.number().optional(),
  /** Rows that are here with other hours, cost, competence or project, left as they are. */
  left: z.number().optional(),
});
const withdrawn = z.object({ kind: z.literal("withdrawn"), at: z.string() });

/** What came of a handed-in file, as its row keeps it. */
export const importOutcome = z.discriminatedUnion("kind", [ledger, training, withdrawn]);

export type LedgerOutcome = z.infer<typeof ledger>;
export type TrainingOutcome = z.infer<typeof training>;
export type ImportOutcome = z.infer<typeof importOutcome>;
