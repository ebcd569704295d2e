import type { KnownCompanies } from "~/features/funding/costs/ledger-target.queries.server";
import { fiscalYearOf } from "~/formats/sie/fiscal-year";
import type { SieFile, SieRow, SieVoucher } from "~/formats/sie/sie-file";
import { isCostAccount } from "~/formats/sie/summarise";
import { companyOf, concernsIn, detailsOf } from "./concerns.server";
import type { ExtractedRow, ExtractedVoucher } from "./extracted-voucher";
import { placesBeside, projectsOf } from "./object-rows.server";

const nobodyKnown: KnownCompanies = { authorityNumber: null, partnerNumbers: [], names: [] };

/**
 * The vouchers of a ledger with their rows on cost accounts of one object of dimension 6, in the
 * file's order. Every row counts, equal ones too. Rows near the object (see `placesBeside`) are a
 * part of their own, which has that as its concern. Numbered vouchers without rows on the object
 * are there with none, so that one whose rows have gone since the last export is noticed.
 */
export function extractObject(
  file: SieFile,
  objectCode: string,
  companies: KnownCompanies = nobodyKnown,
): ExtractedVoucher[] {
  const fiscalYearOn = fiscalYears(file);
  const placeOf = placesBeside(file, objectCode);
  const concernsOf = concernsIn(file, companies);
  return file.vouchers.flatMap((voucher, index): ExtractedVoucher[] => {
    const { date, series, number, line } = voucher;
    if (date === null) return [];
    const text = shortened(voucher.text);
    const part = (place: "on" | "near", key: string): ExtractedVoucher => {
      const rows = voucher.rows
        .filter((row) => isCostAccount(row.account) && placeOf(row) === place)
        .map((row) => extractRow(row, { voucher, date, objectCode }));
      const concerns = concernsOf(voucher, { text, rows });
      return {
        ...{ key, series, number, date, text, rows, line },
        organisation: companyOf(voucher.head),
        fiscalYear: fiscalYearOn(date),
        sumOre: rows.reduce((sum, row) => sum + row.amountOre, 0),
        concerns: place === "near" ? ["dimension", ...concerns] : concerns,
        details: [
          ...(place === "near" ? objectsNear(voucher, placeOf) : []),
          ...detailsOf(voucher.head, concerns),
        ],
      };
    };
    const [on, near] = [part("on", `v${index}`), part("near", `v${index}-near`)];
    return [
      ...(on.rows.length > 0 || (number !== "" && near.rows.length === 0) ? [on] : []),
      ...(near.rows.length > 0 ? [near] : []),
    ];
  });
}

/** `KiA (21)`: the objects of a voucher's rows near the project's, with their dimensions. */
function objectsNear(
  { rows }: SieVoucher,
  placeOf: (row: SieRow) => ReturnType<ReturnType<typeof placesBeside>>,
): string[] {
  const objects = rows.filter((row) => placeOf(row) === "near").flatMap((row) => row.objects);
  return [...new Set(objects.map(({ dimension, code }) => `${code} (${dimension})`))];
}

/** A hundred thousand vouchers have a few hundred days. */
export function fiscalYears(file: SieFile): (date: string) => string {
  const firstDays = new Map<string, string>();
  return (date) => {
    const firstDay = firstDays.get(date) ?? fiscalYearOf(file, date).firstDay;
    firstDays.set(date, firstDay);
    return firstDay;
  };
}

/** No ledger's text is longer; a file that was meddled with may have any. */
const longestText = 1000;

function extractRow(
  row: SieRow,
  { voucher, date, objectCode }: { voucher: SieVoucher; date: string; objectCode: string },
): ExtractedRow {
  return {
    account: row.account,
    amountOre: row.amountOre,
    bookedOn: date,
    costText: shortened(row.text || voucher.text),
    otherObjects: [...new Set(projectsOf(row.objects))].filter((code) => code !== objectCode),
  };
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  // No character is cut in half.
  return `${text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
