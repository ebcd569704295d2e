/** An exact number: one whole number over another, which is above 0. */
export type Fraction = { over: bigint; under: bigint };

/** A figure of two decimals at most, as it was typed. */
export function fractionOf(value: number): Fraction {
  return { over: BigInt(Math.round(value * 100)), under: 100n };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: -b.over, under: b.under });
}

/** So many parts of `of` that are taken of it. */
export function partOf(value: Fraction, { taken, of }: { taken: number; of: number }): Fraction {
  return { over: value.over * BigInt(taken), under: value.under * BigInt(of) };
}

/** How many times `b` there is in `a`; null where `b` is 0. */
export function ratioOf(a: Fraction, b: Fraction): Fraction | null {
  if (b.over === 0n) return null;
  const sign = b.over < 0n ? -1n : 1n;
  return { over: sign * a.over * b.under, under: sign * b.over * a.under };
}

/** Below 0 where `a` is the smaller, above 0 where it is the larger, and 0 where they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function numberOf({ over, under }: Fraction): number {
  return Number(over) / Number(under);
}

/** Rounded to so many decimals, a half up (of what is below 0: down). */
export function rounded({ over, under }: Fraction, decimals: number): Fraction {
  const shift = 10n ** BigInt(decimals);
  const size = over < 0n ? -over : over;
  const half = (2n * size * shift + under) / (2n * under);
  return { over: over < 0n ? -half : half, under: shift };
}

/**
 * Rounded half up, but never onto or over a mark that it isn't on: then with as many more decimals
 * as tell it apart, or, of the finest, the nearest on its own side.
 */
export function roundApart(
  value: Fraction,
  { decimals, marks }: { decimals: number; marks: readonly Fraction[] },
): number {
  const sides = (one: Fraction) => marks.map((mark) => compare(one, mark)).join();
  for (let digits = decimals; digits <= finest; digits += 1) {
    const told = rounded(value, digits);
    if (sides(told) === sides(value)) return numberOf(told);
  }
  const told = rounded(value, finest);
  const step = { over: BigInt(compare(value, told)), under: 10n ** BigInt(finest) };
  return numberOf(plus(told, step));
}

/** The decimals that a figure has at the most where fewer would say too much. */
export const finest = 6;
