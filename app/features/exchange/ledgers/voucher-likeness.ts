/** `words`: the voucher's text and its rows', as one. */
type Named = { organisation: string; series: string; number: string; words: string };

/**
 * Whether two vouchers of one day with the same accounts and öre may be one: their series and
 * numbers allow it ("0001" is "1", and a missing one is any), and so do their words. Within one
 * company other words make it another voucher; between two, programs write them their own way.
 */
export function isAlike(one: Named, other: Named): boolean {
  if (!mayBe(one.series, other.series)) return false;
  const numbers = [plainNumber(one.number), plainNumber(other.number)] as const;
  const sameWords = one.words === other.words;
  if (numbers[0] === numbers[1] && numbers[0] !== "") {
    return sameWords || one.organisation !== other.organisation;
  }
  return mayBe(...numbers) && sameWords;
}

/** Programs fill numbers up with zeros, or don't. */
export function plainNumber(number: string): string {
  return number.replace(/^0+(?=.)/, "").toLowerCase();
}

/** Capitals aside; one that is missing may be any. */
export function mayBe(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() || one === "" || other === "";
}
