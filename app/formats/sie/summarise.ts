import type { TextEncoding } from "../text-encoding";
import type { SieFile } from "./sie-file";

export type SieSummary = {
  program: string;
  encoding: TextEncoding;
  /** #VER items. */
  vouchers: number;
  /** #TRANS items; #RTRANS and #BTRANS are none. */
  rows: number;
  /** Öre per object of dimension 6, see {@link summariseSie}. */
  projects: Record<string, number>;
};

/** The dimension that the specification (8.17) reserves for projects. */
export const projectDimension = "6";

/**
 * A file in five figures, to be held against what the ledger itself says.
 *
 * `projects` sums the #TRANS rows on accounts whose number begins with 4–8, by object of
 * dimension 6. An object without such a row is not listed; one whose rows cancel out is, with 0.
 * A row that names two projects counts in full for both; a sub-dimension's objects (#UNDERDIM) are
 * not the dimension's. Keys are sorted by code (JavaScript moves those that are whole numbers to
 * the front).
 */
export function summariseSie(file: SieFile): SieSummary {
  const sums = new Map<string, number>();
  let rows = 0;
  for (const voucher of file.vouchers) {
    rows += voucher.rows.length;
    for (const row of voucher.rows) {
      if (!isCostAccount(row.account)) continue;
      for (const code of projectCodes(row.objects)) {
        sums.set(code, (sums.get(code) ?? 0) + row.amountOre);
      }
    }
  }
  const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    program: file.program,
    encoding: file.encoding,
    vouchers: file.vouchers.length,
    rows,
    // fromEntries defines own keys, so that a code such as "__proto__" is only a key.
    projects: Object.fromEntries(sorted),
  };
}

/** Costs stand on accounts whose number begins with 4–8 (BAS and Kommun-Bas alike). */
export function isCostAccount(account: string): boolean {
  return /^[4-8]/.test(account);
}

function projectCodes(objects: SieFile["vouchers"][number]["rows"][number]["objects"]): string[] {
  if (objects.length === 0) return [];
  const codes = objects
    .filter(({ dimension }) => dimension === projectDimension)
    .map(({ code }) => code);
  return [...new Set(codes)];
}
