import type { IsoDate } from "~/terms/day";

/**
 * One value of a table, typed so that every format writes it right: plain strings are text and
 * guarded against being read as formulas, the rest is ours and is not. A `ratio` of 0.43 is 43 %.
 */
export type Cell =
  | string
  | number
  | null
  | { amountOre: number }
  | { date: IsoDate }
  | { minutes: number }
  | { ratio: number };
