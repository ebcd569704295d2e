/**
 * Decimal text to öre without binary fractions: 0,29 kr is 29 öre, not 28.999….
 */

/** A decimal number as written: `digits` ÷ 10^`scale`, e.g. −12.50 = { negative, "1250", 2 }. */
export type ExactDecimal = { negative: boolean; digits: string; scale: number };

/** Hundred billion kronor. No project ledger comes near; sums of many such amounts stay exact. */
const largestAmountOre = 10_000_000_000_000;

/** Longer numbers than this are damage, not money. */
const mostDigits = 400;

/** Reads `[+-]digits[.digits][e±n]`; null for anything else. Grouping is the caller's matter. */
export function parseExactDecimal(text: string): ExactDecimal | null {
  if (text.length > mostDigits) return null;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (match === null) return null;
  const whole = match[2] ?? "";
  const fraction = match[3] ?? "";
  if (whole === "" && fraction === "") return null;
  const scale = fraction.length - Number(match[4] ?? 0);
  const digits = scale < 0 ? whole + fraction + "0".repeat(-scale) : whole + fraction;
  return { negative: match[1] === "-", digits, scale: Math.max(scale, 0) };
}

/**
 * A decimal number of kronor as whole öre. More than two decimals are rounded half away from
 * zero, and `rounded` says whether anything but zeros was cut. Null above {@link largestAmountOre}.
 */
export function oreFromKronor(
  kronor: ExactDecimal,
): { amountOre: number; rounded: boolean } | null {
  const { digits, scale } = kronor;
  const padded = digits.padStart(scale + 1, "0");
  const kept = scale <= 2 ? padded + "0".repeat(2 - scale) : padded.slice(0, 2 - scale);
  const cut = scale <= 2 ? "" : padded.slice(2 - scale);
  const unsigned = Number(kept === "" ? "0" : kept) + (cut !== "" && cut[0]! >= "5" ? 1 : 0);
  if (unsigned > largestAmountOre) return null;
  const amountOre = kronor.negative && unsigned !== 0 ? -unsigned : unsigned;
  return { amountOre, rounded: /[1-9]/.test(cut) };
}
