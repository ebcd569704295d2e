/** How many decimals a figure has, two at most. */
export function decimalsOf(value: number): number {
  return [0, 1].find((decimals) => rounded(value, decimals) === rounded(value, 2)) ?? 2;
}

/** A figure with so many decimals at most. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
