import { fiscalYearOf } from "~/formats/sie/fiscal-year";
import type { SieFile, SieVoucher } from "~/formats/sie/sie-file";
import { isCostAccount, projectDimension } from "~/formats/sie/summarise";
import { voucherContent, voucherIdentity, type LedgerRow } from "./voucher-identity";

/** A voucher's part that concerns one ledger object: the rows that become costs. */
export type ExtractedVoucher = {
  identity: string;
  content: string;
  fiscalYear: string;
  series: string;
  number: string;
  date: string;
  text: string;
  rows: LedgerRow[];
  sumOre: number;
  /** The line of #VER in the file. */
  line: number;
};

/**
 * The vouchers of a ledger with rows on cost accounts (4–8) of one object of dimension 6, in the
 * file's order. Every row counts, equal ones too; a number that stands twice in a fiscal year is
 * one voucher with the rows of both. The file must be without errors.
 */
export function extractObject(file: SieFile, objectCode: string): ExtractedVoucher[] {
  const organisation = organisationOf(file);
  const unnumbered = new Map<string, number>();
  const parts = new Map<string, VoucherPart>();
  for (const voucher of file.vouchers) {
    const { date } = voucher;
    if (date === null) continue;
    const rows = voucher.rows.filter(
      (row) =>
        isCostAccount(row.account) &&
        row.objects.some(
          ({ dimension, code }) => dimension === projectDimension && code === objectCode,
        ),
    );
    const fiscalYear = fiscalYearOf(file, date).firstDay;
    const identity = identify(voucher, { organisation, fiscalYear, date, unnumbered });
    if (rows.length === 0) continue;
    const earlier = parts.get(identity);
    const read = rows.map((row) => ledgerRow(row, date));
    if (earlier) earlier.rows.push(...read);
    else parts.set(identity, { voucher, identity, fiscalYear, date, rows: read });
  }
  return [...parts.values()].map(describe);
}

type VoucherPart = {
  voucher: SieVoucher;
  identity: string;
  fiscalYear: string;
  date: string;
  rows: LedgerRow[];
};

export function organisationOf(file: Pick<SieFile, "orgNumber" | "companyName">): string {
  return file.orgNumber?.normalised ?? file.orgNumber?.raw ?? file.companyName;
}

function identify(
  voucher: SieVoucher,
  known: {
    organisation: string;
    fiscalYear: string;
    date: string;
    unnumbered: Map<string, number>;
  },
): string {
  const source = {
    organisation: known.organisation,
    fiscalYear: known.fiscalYear,
    series: voucher.series,
    number: voucher.number,
    date: known.date,
    text: voucher.text,
    rows: voucher.rows.map((row) => ledgerRow(row, known.date)),
  };
  const first = voucherIdentity(source);
  if (voucher.number) return first;
  const occurrence = known.unnumbered.get(first) ?? 0;
  known.unnumbered.set(first, occurrence + 1);
  return occurrence === 0 ? first : voucherIdentity(source, occurrence);
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
    text,
    rows,
    sumOre: rows.reduce((sum, row) => sum + row.amountOre, 0),
    line,
  };
}

function ledgerRow(row: SieVoucher["rows"][number], voucherDate: string): LedgerRow {
  return {
    account: row.account,
    amountOre: row.amountOre,
    date: row.date ?? voucherDate,
    text: row.text,
  };
}
