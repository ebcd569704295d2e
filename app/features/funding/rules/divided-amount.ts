/**
 * An amount in parts that are to each other as the weights, which are whole and over 0: their sum is
 * the amount, and each is less than an öre from its share.
 */
export function dividedAmount(amountOre: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [told, used] = [0, 0];
  return weights.map((weight) => {
    used += weight;
    // As big integers: an öre times an öre may be more than a number holds exactly.
    const until = Number((BigInt(amountOre) * BigInt(used)) / BigInt(whole));
    const part = until - told;
    told = until;
    return part;
  });
}
