import type { IsoDate } from "~/terms/day";
import type { TextEncoding } from "../text-encoding";

/** A SIE file's content as plain rows. Texts are trimmed; blank ones are "". */
export type SieFile = {
  program: string;
  programVersion: string;
  /** What the bytes are, whatever #FORMAT says. */
  encoding: TextEncoding;
  /** #GEN: when the file was made; null where it doesn't say. */
  generatedOn: IsoDate | null;
  /** #OMFATTN: until when it holds the books; null where it doesn't say. */
  coversUntil: IsoDate | null;
  /** #FORMAT as written. */
  format: string;
  /** 1–4. A file without #SIETYP is type 1 by the specification. */
  type: number;
  /** #FLAGGA 1: some program has already imported this file. */
  flaggedAsImported: boolean;
  /** Whose the vouchers are and in what currency; the first head of several. */
  orgNumber: SieOrgNumber | null;
  companyName: string;
  /** #VALUTA, SEK where the file is silent. */
  currency: string;
  /** More than one where files were put together, or the head names several companies. */
  heads: SieHead[];
  fiscalYears: SieFiscalYear[];
  accounts: SieAccount[];
  dimensions: SieDimension[];
  objects: SieObject[];
  /** One per #VER, in the file's order. */
  vouchers: SieVoucher[];
};

/** What the items before a voucher say of it. */
export type SieHead = { orgNumber: SieOrgNumber | null; companyName: string; currency: string };

export type SieOrgNumber = {
  raw: string;
  /** `nnnnnn-nnnn`, or null where the digits do not make one. */
  normalised: string | null;
  /** A sole trader's number is the person's own identity number: handle it as personal data. */
  isPersonal: boolean;
};

/** `index` 0 is the file's own year, −1 the one before. Both days belong to the year. */
export type SieFiscalYear = { index: number; firstDay: IsoDate; lastDay: IsoDate };

export type SieAccount = { number: string; name: string; kind: "T" | "S" | "K" | "I" | null };

/** `parent`: the dimension that an #UNDERDIM divides. */
export type SieDimension = { number: string; name: string; parent: string | null };

export type SieObject = { dimension: string; code: string; name: string };

export type SieVoucher = {
  line: number;
  series: string;
  number: string;
  /** Null only beside an error that names it. */
  date: IsoDate | null;
  text: string;
  registered: IsoDate | null;
  signature: string;
  head: SieHead;
  /** What its rows sum to, 0 where they balance; null where a row could not be read. */
  differenceOre: number | null;
  /** #TRANS only: #RTRANS is repeated by a #TRANS, #BTRANS was struck out. */
  rows: SieRow[];
};

export type SieRow = {
  line: number;
  account: string;
  objects: readonly SieObjectReference[];
  /** Debit is positive, so a cost is. */
  amountOre: number;
  /** The row's own date, where it has one; otherwise the voucher's counts. */
  date: IsoDate | null;
  text: string;
  quantity: number | null;
};

/** Codes are text: "0001" and "1" are two objects. Dimension 6 is the project. */
export type SieObjectReference = { dimension: string; code: string };

export type SieReading = { file: SieFile; problems: SieProblem[] };

/**
 * Something that the reader met. An `error` means that the sums cannot be trusted: refuse the
 * file. A `warning` was read in one stated way and should be seen by a person. A `notice` is
 * only worth knowing.
 */
export type SieProblem = {
  severity: SieSeverity;
  code: SieProblemCode;
  line?: number;
  tag?: string;
  /** Series and number, where the problem is a whole voucher's. */
  voucher?: string;
  field?: string;
  /** What stood there, shortened; for a sum, its öre. */
  value?: string;
};

export type SieSeverity = "error" | "warning" | "notice";

export type SieProblemCode = keyof typeof sieSeverities;

export const sieSeverities = {
  /** No bytes, or nothing but blanks. */
  "empty-file": "error",
  /** `value`: the kind, see binaryKind. */
  "binary-file": "error",
  /** XML: SIE 5 is another format. */
  "sie-5": "error",
  "not-sie": "error",
  /** Types 1–3 hold balances only. `value`: the type. */
  "type-without-vouchers": "error",
  "no-vouchers": "warning",
  /** Vouchers in a file that says it is of another type. */
  "type-with-vouchers": "notice",
  /** #KSUMMA opens a checksum that never comes. */
  "checksum-missing": "error",
  /** Real programs write dummies such as 123456789, so this alone does not refuse a file. */
  "checksum-mismatch": "warning",
  /** The block was open when the next #VER or the end came. */
  "voucher-not-closed": "error",
  "voucher-without-braces": "warning",
  "voucher-without-rows": "warning",
  /** `value`: the difference in öre. */
  "voucher-unbalanced": "error",
  /** The same company, series and number twice in one fiscal year, where numbers run on. */
  "voucher-number-repeated": "warning",
  "voucher-number-left-out": "warning",
  "voucher-outside-fiscal-years": "warning",
  /** #TRANS outside of a voucher: its money belongs nowhere. */
  "row-outside-voucher": "error",
  "field-missing": "error",
  "amount-unreadable": "error",
  "amount-too-large": "error",
  /** More than two decimals, rounded half away from zero. */
  "amount-rounded": "warning",
  "date-unreadable": "error",
  "date-does-not-exist": "error",
  /** Before or after all days that anything here may carry, see `dayBounds`. */
  "date-out-of-bounds": "error",
  /** A row's date that is no date at all; the voucher's counts. */
  "row-date-ignored": "warning",
  "quantity-ignored": "notice",
  "object-list-unreadable": "error",
  "object-without-code": "warning",
  /** The field ends with the line. Where it swallowed one that counts, that one is missing: an error. */
  "quote-not-closed": "warning",
  "line-break-in-text": "warning",
  /** Neither an item nor a brace. */
  "stray-line": "warning",
  "brace-without-voucher": "warning",
  /** The last line is no known item and has no line end. */
  "last-line-cut": "warning",
  "other-currency": "warning",
  "unreadable-characters": "warning",
  "flagged-as-imported": "notice",
  "org-number-unreadable": "notice",
  /** See `sieLimits`; what follows is not read. */
  "line-too-long": "error",
  "too-many-items": "error",
  "too-many-fiscal-years": "error",
  /** `value`: how many more of the code in `field` there were. */
  "further-problems": "notice",
} as const satisfies Record<string, SieSeverity>;
