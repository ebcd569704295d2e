import type { LedgerRow } from "./voucher-identity";

/** A row on a cost account (4–8) of the object. */
export type ExtractedRow = LedgerRow & {
  /** The day that counts: the voucher's. */
  bookedOn: string;
  /** The row's own text, or its voucher's; what is kept of it. */
  costText: string;
  /** Further objects of dimension 6 that the row names: it counts in full for each of them. */
  otherObjects: string[];
};

/** A voucher's part that concerns one ledger object: the rows that become costs. */
export type ExtractedVoucher = {
  identity: string;
  content: string;
  fiscalYear: string;
  series: string;
  number: string;
  date: string;
  text: string;
  /** Empty where the voucher has nothing on the object (any more). */
  rows: ExtractedRow[];
  sumOre: number;
  /** The line of #VER in the file. */
  line: number;
};
