/** How many decimals a figure is written with: those that it has, six at most. */
export function decimalsOf(value: number): number {
  return Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
}
