import type { IsoDate } from "~/terms/day";
import { fiscalYearOf, type FiscalYear } from "./fiscal-year";
import type { ProblemLog, ProblemPlace } from "./problem-log";
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

/** Numbers run on within a company's fiscal year and series; who imports must know of twins. */
function checkVoucherIdentities(file: SieFile, log: ProblemLog): void {
  const yearOf = rememberedFiscalYears(file);
  const series = new Map<string, { seen: Set<string>; count: number; twins: ProblemPlace[] }>();
  for (const { date, number, line, head, ...voucher } of file.vouchers) {
    if (date === null) continue;
    const year = yearOf(date);
    const place = { line, tag: "VER", voucher: `${voucher.series} ${number}`.trim() };
    if (year.source === "continued") {
      log.add("voucher-outside-fiscal-years", { ...place, field: "date", value: date });
    }
    if (number === "") continue;
    const company = head.orgNumber?.raw ?? head.companyName;
    const key = [company, year.firstDay, voucher.series].join("\n");
    const known = series.get(key) ?? { seen: new Set(), count: 0, twins: [] };
    if (known.seen.has(number)) known.twins.push(place);
    known.seen.add(number);
    known.count += 1;
    series.set(key, known);
  }
  for (const { seen, count, twins } of series.values()) {
    // A program that gives every voucher the same number tells nothing by it.
    if (seen.size === 1 && count > 2) continue;
    for (const twin of twins) log.add("voucher-number-repeated", twin);
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
