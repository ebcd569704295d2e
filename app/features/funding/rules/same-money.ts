/** An invoice comes before what it pays or after it, seldom more than a quarter away. */
export const mostDaysApart = 90;

/** One whose text names the course may be paid long before, or come late. */
export const mostDaysApartNamed = 365;

/** A shorter title stands in texts by chance. */
export const shortestName = 8;

/** Whether a voucher is near enough in time to be a course's invoice; `days` is how far it is. */
export function isNearInvoice(
  days: number,
  { title, text }: { title: string; text: string },
): boolean {
  const named = title.trim().toLowerCase();
  const isNamed = named.length >= shortestName && text.toLowerCase().includes(named);
  return Math.abs(days) <= (isNamed ? mostDaysApartNamed : mostDaysApart);
}

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
