import { grouped } from "~/terms/grouped";
import type { ExtractedVoucher } from "./extracted-voucher";
import { matchVouchers, type KnownVoucher, type MatchFacts } from "./voucher-match";

/**
 * Of the known vouchers those that may be the object's own: not those of the project's other objects
 * that the file has under these, on rows of their own. An object whose code has become another one
 * leaves its vouchers behind.
 */
export function knownForObject(
  facts: MatchFacts,
  { objectCode, extract }: { objectCode: string; extract: (code: string) => ExtractedVoucher[] },
): KnownVoucher[] {
  const others = grouped(facts.known, ({ otherObject }) => otherObject ?? null);
  others.delete(null);
  const there = new Set<KnownVoucher>();
  for (const [code, known] of others) {
    if (code === null) continue;
    const vouchers = extract(code).map((voucher) => ({
      ...voucher,
      rows: voucher.rows.filter(({ otherObjects }) => !otherObjects.includes(objectCode)),
    }));
    for (const match of matchVouchers({ ...facts, vouchers, known }).matches) {
      if (match.kind !== "new" && match.known && match.voucher.rows.length > 0) {
        there.add(match.known);
      }
    }
  }
  return facts.known.filter((known) => !there.has(known));
}
