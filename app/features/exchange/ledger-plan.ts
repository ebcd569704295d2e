import type { ExtractedVoucher } from "./ledger-extract";

/** What Kaskad already has under a voucher's identity and object. */
export type KnownVoucher = {
  identity: string;
  content: string;
  projectId: string;
  projectCode: string;
  sumOre: number;
};

/** What an import will do, before it does it. */
export type LedgerPlan = {
  /** Not known: will be written. */
  added: ExtractedVoucher[];
  /** Known and unchanged: nothing happens. */
  same: ExtractedVoucher[];
  /** Known with other content: shown, never overwritten. */
  changed: { voucher: ExtractedVoucher; earlierSumOre: number }[];
  /** Known in another project: the same money can't be spent twice. */
  elsewhere: { voucher: ExtractedVoucher; projectCode: string }[];
  /** Of `added`: dated outside the project's period. */
  outsidePeriod: ExtractedVoucher[];
  addedSumOre: number;
};

/** Compares a ledger's vouchers with what has been imported before. */
export function planLedgerImport({
  vouchers,
  known,
  project,
}: {
  vouchers: readonly ExtractedVoucher[];
  known: readonly KnownVoucher[];
  project: { id: string; startsOn: string; endsBefore: string };
}): LedgerPlan {
  const byIdentity = new Map(known.map((voucher) => [voucher.identity, voucher]));
  const plan: LedgerPlan = {
    added: [],
    same: [],
    changed: [],
    elsewhere: [],
    outsidePeriod: [],
    addedSumOre: 0,
  };
  for (const voucher of vouchers) {
    const earlier = byIdentity.get(voucher.identity);
    if (!earlier) {
      plan.added.push(voucher);
      plan.addedSumOre += voucher.sumOre;
      if (voucher.date < project.startsOn || voucher.date >= project.endsBefore) {
        plan.outsidePeriod.push(voucher);
      }
    } else if (earlier.projectId !== project.id) {
      plan.elsewhere.push({ voucher, projectCode: earlier.projectCode });
    } else if (earlier.content === voucher.content) {
      plan.same.push(voucher);
    } else {
      plan.changed.push({ voucher, earlierSumOre: earlier.sumOre });
    }
  }
  return plan;
}
