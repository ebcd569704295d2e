/**
 * What own hours are worth as co-financing, in öre: minutes × the rate of an hour ÷ 60, half an
 * öre rounded up. Each person's row is rounded by itself, so that a sum of rows is exact.
 */
export function ownHoursAmountOre({
  minutes,
  rateOre,
}: {
  minutes: number;
  rateOre: number;
}): number {
  const sixtieths = BigInt(minutes) * BigInt(rateOre);
  return Number((sixtieths + 30n) / 60n);
}
