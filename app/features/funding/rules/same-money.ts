/** An invoice comes before what it pays or after it, seldom more than a quarter away. */
export const mostDaysApart = 90;

const vatPercents = [25, 12, 6];

/**
 * The amounts, in öre, that may be the same money as one that somebody has written: as it stands;
 * without VAT, where they have written it with; with VAT, where the books have it so; these also
 * rounded to whole kronor, as invoices are.
 */
export function sameMoney(amountOre: number): number[] {
  const others = vatPercents.flatMap((percent) => [
    Math.round((amountOre * 100) / (100 + percent)),
    Math.round((amountOre * (100 + percent)) / 100),
  ]);
  const rounded = others.map((ore) => Math.round(ore / 100) * 100);
  return [...new Set([amountOre, ...others, ...rounded])];
}
