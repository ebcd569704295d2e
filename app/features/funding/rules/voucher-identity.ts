import { createHash } from "node:crypto";

type Known = {
  organisation: string;
  series: string;
  number: string;
  date: string;
  text: string;
  rows: readonly { account: string; amountOre: number }[];
};

/**
 * A voucher to the letter: no two of one object that stand have the same. `occurrence` counts, from
 * 0, those that somebody has said to be others though nothing tells them apart.
 */
export function voucherIdentity(voucher: Known, occurrence = 0): string {
  const { organisation, series, number, date, text, rows } = voucher;
  const amounts = rows.map(({ account, amountOre }) => JSON.stringify([account, amountOre])).sort();
  const known = [organisation, series, number, date, text, amounts, occurrence];
  return createHash("sha256").update(JSON.stringify(known)).digest("hex");
}
