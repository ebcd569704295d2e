/** A part of a whole by their counts, `5 of 9`. Where the whole is 0 there is no share to tell. */
export type Share = { numerator: number; denominator: number };

/** A part of a whole as a number; nothing of nothing is no part. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
