import type { IsoDate } from "~/terms/day";
import { fiscalYearOf, type FiscalYear } from "./fiscal-year";
import type { ProblemLog } from "./problem-log";
import type { SieFile } from "./sie-file";

/** What only shows once the whole file has been read. */
export function checkFile(file: SieFile, log: ProblemLog): void {
  checkType(file, log);
  if (file.flaggedAsImported) log.add("flagged-as-imported", { tag: "FLAGGA" });
  if (file.currency !== "SEK") log.add("other-currency", { tag: "VALUTA", value: file.currency });
  checkVoucherIdentities(file, log);
}

function checkType(file: SieFile, log: ProblemLog): void {
  const place = { tag: "SIETYP", value: String(file.type) };
  const hasVouchers = file.vouchers.length > 0;
  if (file.type === 4 && !hasVouchers) log.add("no-vouchers");
  if (file.type !== 4) log.add(hasVouchers ? "type-with-vouchers" : "type-without-vouchers", place);
}

/** Series and number identify a voucher within a fiscal year; who imports by them must know of twins. */
function checkVoucherIdentities(file: SieFile, log: ProblemLog): void {
  const yearOf = rememberedFiscalYears(file);
  const seen = new Set<string>();
  for (const { date, series, number, line } of file.vouchers) {
    if (date === null) continue;
    const year = yearOf(date);
    const place = { line, tag: "VER", voucher: `${series} ${number}`.trim() };
    if (year.source === "continued") {
      log.add("voucher-outside-fiscal-years", { ...place, field: "date", value: date });
    }
    if (number === "") continue;
    const identity = `${year.firstDay}\n${series}\n${number}`;
    if (seen.has(identity)) log.add("voucher-number-repeated", place);
    seen.add(identity);
  }
}

function rememberedFiscalYears(file: SieFile): (date: IsoDate) => FiscalYear {
  const years = new Map<IsoDate, FiscalYear>();
  return (date) => {
    const year = years.get(date) ?? fiscalYearOf(file, date);
    years.set(date, year);
    return year;
  };
}
