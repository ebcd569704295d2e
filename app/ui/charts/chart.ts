import type { ToldTable } from "~/tables/told";
import type { BudgetBarRow } from "./budget-bars";
import type { BulletRow } from "./bullet-rows";
import type { CumulativeRow } from "./cumulative-lines";

/**
 * A chart as plain data in one language: its finding, its rows, and what is drawn of them. Page, PNG
 * and CSV are made from it, so that they say the same, and kept as JSON it is drawn again later.
 */
export type Chart = {
  /** The finding in a sentence: "Kurserna har kostat mindre än planerat". */
  finding: string;
  /** What is drawn, over which time, from which figures; also read aloud with the finding. */
  description: string;
  /** The rows that are drawn. */
  table: ToldTable;
  drawing: Drawing;
  /** Of the drawing, in px: bars want about 56 a row, bullets as much as their words. */
  height: number;
};

/** What is drawn, and how; `drawChart` draws it. */
export type Drawing =
  | { kind: "budget-bars"; rows: BudgetBarRow[] }
  | { kind: "bullet-bars"; rows: BulletRow[] }
  | { kind: "cumulative-lines"; rows: CumulativeRow[] };
