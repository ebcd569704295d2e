import { fiscalYearOf } from "~/formats/sie/fiscal-year";
import type { SieFile, SieRow, SieVoucher } from "~/formats/sie/sie-file";
import { isCostAccount, projectDimension } from "~/formats/sie/summarise";
import type { ExtractedRow, ExtractedVoucher } from "./extracted-voucher";
import { voucherContent, voucherIdentity, type LedgerRow } from "./voucher-identity";

/**
 * The vouchers of a ledger with their rows on cost accounts of one object of dimension 6, in the
 * file's order. Every row counts, equal ones too; a number that stands twice in a fiscal year is
 * one voucher with the rows of both. Numbered vouchers without such rows are there with none, so
 * that one whose rows have gone since the last export is noticed. The file must be without errors.
 */
export function extractObject(file: SieFile, objectCode: string): ExtractedVoucher[] {
  const organisation = organisationOf(file);
  const fiscalYearOn = rememberedFiscalYears(file);
  const occurrences = new Map<string, number>();
  const parts = new Map<string, VoucherPart>();
  for (const voucher of file.vouchers) {
    const { date } = voucher;
    if (date === null) continue;
    const rows = voucher.rows
      .filter((row) => isCostAccount(row.account) && projectsOf(row).includes(objectCode))
      .map((row) => extractRow(row, { voucher, date, objectCode }));
    if (rows.length === 0 && !voucher.number) continue;
    const fiscalYear = fiscalYearOn(date);
    const identity = identify(voucher, { organisation, fiscalYear, date, occurrences });
    const earlier = parts.get(identity);
    if (earlier && earlier.rows.length > 0) for (const row of rows) earlier.rows.push(row);
    else if (!earlier || rows.length > 0) {
      parts.set(identity, { voucher, identity, fiscalYear, date, rows });
    }
  }
  return [...parts.values()].map(describe);
}

export function organisationOf(file: Pick<SieFile, "orgNumber" | "companyName">): string {
  return file.orgNumber?.normalised ?? file.orgNumber?.raw ?? file.companyName;
}

/** A hundred thousand vouchers have a few hundred days. */
function rememberedFiscalYears(file: SieFile): (date: string) => string {
  const firstDays = new Map<string, string>();
  return (date) => {
    const firstDay = firstDays.get(date) ?? fiscalYearOf(file, date).firstDay;
    firstDays.set(date, firstDay);
    return firstDay;
  };
}

type VoucherPart = {
  voucher: SieVoucher;
  identity: string;
  fiscalYear: string;
  date: string;
  rows: ExtractedRow[];
};

function projectsOf(row: SieRow): string[] {
  return row.objects
    .filter(({ dimension }) => dimension === projectDimension)
    .map(({ code }) => code);
}

/** No ledger's text is longer; a file that was meddled with may have any. */
const longestText = 1000;

function extractRow(
  row: SieRow,
  { voucher, date, objectCode }: { voucher: SieVoucher; date: string; objectCode: string },
): ExtractedRow {
  return {
    ...ledgerRow(row, date),
    bookedOn: date,
    costText: shortened(row.text || voucher.text),
    otherObjects: [...new Set(projectsOf(row))].filter((code) => code !== objectCode),
  };
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  // No character is cut in half.
  return `${text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/**
 * Like vouchers without a number are told apart by counting those that concern the object, so that
 * an export of this object alone counts the same.
 */
function identify(
  voucher: SieVoucher,
  known: {
    organisation: string;
    fiscalYear: string;
    date: string;
    occurrences: Map<string, number>;
  },
): string {
  const { organisation, fiscalYear, date, occurrences } = known;
  const { series, number, text } = voucher;
  const rows = number ? [] : voucher.rows.map((row) => ledgerRow(row, date));
  const source = { organisation, fiscalYear, series, number, date, text, rows };
  const first = voucherIdentity(source);
  if (number) return first;
  const occurrence = occurrences.get(first) ?? 0;
  occurrences.set(first, occurrence + 1);
  return occurrence === 0 ? first : voucherIdentity(source, occurrence);
}

function ledgerRow(row: SieRow, voucherDate: string): LedgerRow {
  const { account, amountOre, date, text } = row;
  return { account, amountOre, date: date ?? voucherDate, text };
}

function describe({ voucher, identity, fiscalYear, date, rows }: VoucherPart): ExtractedVoucher {
  const { series, number, text, line } = voucher;
  return {
    identity,
    content: voucherContent({ date, text, rows }),
    fiscalYear,
    series,
    number,
    date,
    text: shortened(text),
    rows,
    sumOre: rows.reduce((sum, row) => sum + row.amountOre, 0),
    line,
  };
}
