import type { IsoDate } from "~/terms/day";

/**
 * One value of a table, typed so that every format writes it right: plain strings are text and
 * guarded against being read as formulas, the rest is ours and is not.
 */
export type Cell =
  | string
  | number
  | null
  | { amountOre: number }
  | { date: IsoDate }
  | { minutes: number }
  /** Rounded where it was made: it has the decimals that tell it apart. */
  | { percent: number };

/** One column of a table: the same set serves every format. */
export type Column<Row> = { header: string; value: (row: Row) => Cell };
