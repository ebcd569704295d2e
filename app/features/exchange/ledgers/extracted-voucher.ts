import type { Concern } from "./concern";

/** A row on a cost account (4–8) of the object. */
export type ExtractedRow = {
  account: string;
  amountOre: number;
  /** The day that counts: the voucher's. */
  bookedOn: string;
  /** The row's own text, or its voucher's; what is kept of it. */
  costText: string;
  /** Further objects of dimension 6 that the row names: it counts in full for each of them. */
  otherObjects: string[];
};

/** A voucher's part that concerns one ledger object: the rows that become costs. */
export type ExtractedVoucher = {
  /** What the part is called within its file. */
  key: string;
  /** As it is stored: `nnnnnn-nnnn`, or the company's name; empty for a person's own number. */
  organisation: string;
  fiscalYear: string;
  series: string;
  number: string;
  date: string;
  text: string;
  /** Empty where a numbered voucher has nothing on the object (any more). */
  rows: ExtractedRow[];
  sumOre: number;
  /** What of the file makes a person look at it before it is brought in. */
  concerns: Concern[];
  /** What these are about, as the file names it: a company, a currency, objects near the project's. */
  details: string[];
  /** The line of #VER in the file. */
  line: number;
};
