import { roundHalfUp } from "./rounding";

/**
 * Minutes as hours in figures, for files: exact where two decimals are (as every third minute),
 * else so near that hours × a rate come out to the öre.
 */
export function decimalHours(minutes: number): number {
  return roundHalfUp(minutes / 60, 6);
}

/**
 * Minutes as hours that one can reckon on with by hand: `7.5`, or `7:20` where two decimals
 * wouldn't say it.
 */
export function writtenHours(minutes: number): string {
  if (minutes % 3 === 0) return String(minutes / 60);
  const length = Math.abs(minutes);
  const clock = `${Math.floor(length / 60)}:${String(length % 60).padStart(2, "0")}`;
  return minutes < 0 ? `-${clock}` : clock;
}
