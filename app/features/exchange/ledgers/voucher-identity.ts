import { createHash } from "node:crypto";

/** What tells one voucher from all others, as a ledger's file gives it. */
export type VoucherSource = {
  /** `nnnnnn-nnnn`, or whatever stands there; the company's name where there is no number. */
  organisation: string;
  /** The fiscal year's first day. */
  fiscalYear: string;
  series: string;
  number: string;
  date: string;
  text: string;
  rows: readonly LedgerRow[];
};

/** `date`: the row's own, or its voucher's. */
export type LedgerRow = { account: string; amountOre: number; date: string; text: string };

/**
 * What a voucher is known by from one export to the next: organisation, fiscal year, series and
 * number. Payroll files give no number: there the date, text and rows are all there is.
 * `occurrence` counts equal ones of these within one file from 0, so that two like salary runs
 * on one day stay two.
 */
export function voucherIdentity(voucher: VoucherSource, occurrence = 0): string {
  const { organisation, fiscalYear, series, number, date, text, rows } = voucher;
  const known = number
    ? ["numbered", organisation, fiscalYear, series, number]
    : ["unnumbered", organisation, fiscalYear, series, date, text, rowTexts(rows), occurrence];
  return digest(known);
}

/**
 * Tells whether the imported part of a voucher has changed: its date, text and rows. The order of
 * the rows is the exporting program's own affair.
 */
export function voucherContent(voucher: Pick<VoucherSource, "date" | "text" | "rows">): string {
  return digest([voucher.date, voucher.text, rowTexts(voucher.rows)]);
}

function rowTexts(rows: readonly LedgerRow[]): string[] {
  return rows
    .map(({ account, amountOre, date, text }) => JSON.stringify([account, amountOre, date, text]))
    .sort();
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
