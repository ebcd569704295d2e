/** Minutes as hours, two decimals at most: how tables and files write them. */
export function decimalHours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
