import type { Cell } from "~/formats/cell";
import type { Share } from "~/terms/share";
import type { Column, Table } from "./table";

/**
 * A table told in one language: plain data, of which every format is made. Kept as JSON it shows the
 * same words and figures later, whatever has become of what it was made from.
 */
export type ToldTable = {
  title: string;
  columns: ToldColumn[];
  rows: ToldRow[];
  /** What stands under the rows, by a column's key; without it nothing does. */
  totals?: Record<string, ToldCell>;
  amounts: Required<Table<unknown>>["amounts"];
  /** Lies on its side: what stands in the corner, before the headings of its rows. */
  corner?: string;
};

export type ToldColumn = {
  key: string;
  heading: string;
  kind: Column<unknown>["kind"];
  on?: "page" | "file";
  fileHeading?: string;
  /** Of a share: the heading of its whole. */
  of?: string;
  isRowHeader?: boolean;
  width?: "narrow" | "wide";
  style?: "long" | "short";
  isBare?: boolean;
};

export type ToldRow = {
  key: string;
  /** By a column's key. */
  cells: Record<string, ToldCell>;
  isBlank?: boolean;
  isPart?: boolean;
  /** Of a table on its side. */
  heading?: string;
};

/** A value of a table: a cell, a part of a whole, or a number with the decimals it is told with. */
export type ToldCell = Cell | Share | { number: number; decimals: number };
