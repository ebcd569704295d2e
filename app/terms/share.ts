import { roundHalfUp, shifted } from "./rounding";

/** A part of a whole by their counts or sums, `5 of 9`. Where the whole is 0 there is no share. */
export type Share = { numerator: number; denominator: number };

/** A part of a whole; null where there is no whole to measure it against: then there is no figure. */
export function shareOf(part: number, whole: number): Share | null {
  return whole > 0 ? { numerator: part, denominator: whole } : null;
}

export type PercentStyle = {
  /** At the most; more only where fewer would say too much. */
  decimals?: number;
  /** Per cents at which a judgement changes, as 85 and 115. */
  edges?: readonly number[];
};

const finest = 12;

/**
 * A share in per cent, a half rounded up. What is not 0 or 100 is never rounded to it, nor to an
 * edge or over one: it keeps as many more decimals as tell it apart.
 */
export function percentOf(
  { numerator, denominator }: Share,
  { decimals = 0, edges = [] }: PercentStyle = {},
): number {
  const exact = shifted(numerator / denominator, 2);
  const marks = [0, 100, ...edges];
  for (let digits = decimals; digits <= finest; digits += 1) {
    const rounded = roundHalfUp(exact, digits);
    if (marks.every((mark) => Math.sign(rounded - mark) === Math.sign(exact - mark)))
      return rounded;
  }
  return exact;
}

/** A ratio (0.43) in per cent as files and tables have it: one decimal where that says enough. */
export function filePercent(ratio: number): number {
  return percentOf({ numerator: ratio, denominator: 1 }, { decimals: 1 });
}

/** A part of a whole as a number: 0.43; null where there is none. */
export function ratioOf(share: Share | null): number | null {
  return share && share.numerator / share.denominator;
}
