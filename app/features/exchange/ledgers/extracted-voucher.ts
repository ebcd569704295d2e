import type { BookedRow, BookedVoucher } from "~/features/funding/rules/booked-voucher";
import type { Concern } from "./concern";

/** A row on a cost account (4–8) of the object. */
export type ExtractedRow = BookedRow & {
  /** Further objects of dimension 6 that the row names: it counts in full for each of them. */
  otherObjects: string[];
};

/**
 * A voucher's part that concerns one ledger object, under its key within the file: the rows that
 * become costs, none where a numbered voucher has nothing on the object (any more).
 */
export type ExtractedVoucher = Omit<BookedVoucher, "rows"> & {
  rows: ExtractedRow[];
  sumOre: number;
  /** What of the file makes a person look at it before it is brought in. */
  concerns: Concern[];
  /**
   * What these are about, as the file names it: a company, a currency, objects near the project's;
   * of what may be several logged courses, these.
   */
  details: string[];
  /** The line of #VER in the file. */
  line: number;
};
