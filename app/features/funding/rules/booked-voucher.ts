/** A ledger's voucher; `key` is the writer's. */
export type BookedVoucher = {
  key: string;
  /** As it is stored: `nnnnnn-nnnn`, or the company's name; empty for a person's own number. */
  organisation: string;
  /** The year's first day. */
  fiscalYear: string;
  series: string;
  number: string;
  date: string;
  text: string;
  rows: readonly BookedRow[];
};

export type BookedRow = {
  account: string;
  amountOre: number;
  /** The day that counts: the voucher's. */
  bookedOn: string;
  /** The row's own text, or its voucher's; what is kept of it. */
  costText: string;
};
