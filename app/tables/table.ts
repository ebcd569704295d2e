import type { MessageKey, Speech } from "~/i18n/translator";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import type { Share } from "~/terms/share";

/** Words of ours: a message, or what is said with its help. */
export type Words = MessageKey | ((speech: Speech) => string);

/**
 * A table: what its columns say of its rows. Page, file and print are made of what it tells
 * (`tellTable`) and of nothing else, so that they have the same columns and say the same.
 *
 * What takes a row is written as a method, here and in `Column`: so tables of different rows can
 * stand in one list, each asked with its own rows alone.
 */
export type Table<Row> = {
  /** Names it: what it holds and for when. */
  title: Words;
  columns: Column<Row>[];
  rows: Row[];
  rowKey(row: Row, index: number): string;
  /** Nothing stands in this row today. Files keep it, so that they always have the same rows. */
  isBlank?(row: Row): boolean;
  /** Tells a part of the rows above ("of which …"): left out where they are added up. */
  isPart?(row: Row): boolean;
  /** How its amounts are shown; without it all of them with öre where any of them has some. */
  amounts?: "kronor" | "ore" | "tkr";
  /**
   * Lies on its side: each column is a line that begins with its heading, each row a column. For
   * figures of different kinds, and for facts of one thing.
   */
  onSide?: { corner: Words; heading(row: Row): Words };
};

/** A column; `app/tables/columns.ts` has one in a line for each kind. */
export type Column<Row> =
  | TextColumn<Row>
  | StateColumn<Row>
  | DayColumn<Row>
  | InstantColumn<Row>
  | HoursColumn<Row>
  | MoneyColumn<Row>
  | CountColumn<Row>
  | NumberColumn<Row>
  | PercentColumn<Row>
  | ShareColumn<Row>
  | LevelColumn<Row>;

type Place<Row> = {
  key: string;
  heading: Words;
  /** On the page alone, or in files alone. */
  on?: "page" | "file";
  /** Heads it in files, where a figure stands without its unit. */
  fileHeading?: Words;
  /** Names the row; the first one unless another says so. */
  isRowHeader?: boolean;
  width?: "narrow" | "wide";
  /** Where its value leads, on a page. */
  link?(row: Row): string | null;
  /** The same of what stands under the rows. */
  totalLink?: string | null;
};

// The kind says what the values are, and so how every format writes them; null is nothing to tell.
// `total` stands under the rows: of hours, money and counts it is their sum. `isBare`: the heading
// names the unit, and the page leaves it out.

export type TextColumn<Row> = Place<Row> & {
  kind: "text";
  value(row: Row, speech: Speech): string | null;
  total?: MessageKey;
};

/** In a word or two how something stands, and how much that matters. */
export type StateColumn<Row> = Place<Row> & {
  kind: "state";
  value(row: Row, speech: Speech): string | null;
  tone(row: Row): StateTone;
};

export type DayColumn<Row> = Place<Row> & {
  kind: "day";
  value(row: Row): IsoDate | null;
  style?: "long" | "short";
};

/** ISO 8601. */
export type InstantColumn<Row> = Place<Row> & { kind: "instant"; value(row: Row): string | null };

/** Minutes. */
export type HoursColumn<Row> = Place<Row> & {
  kind: "hours";
  value(row: Row): number | null;
  total?: number;
  isBare?: boolean;
};

/** Öre. */
export type MoneyColumn<Row> = Place<Row> & {
  kind: "money";
  value(row: Row): number | null;
  total?: number;
};

export type CountColumn<Row> = Place<Row> & {
  kind: "count";
  value(row: Row): number | null;
  total?: number;
};

/** Whole ones plain, others with their own decimals, two at most, unless it says how many. */
export type NumberColumn<Row> = Place<Row> & {
  kind: "number";
  value(row: Row): number | null;
  decimals?(row: Row): number;
};

/** 0.43 is 43 %. */
export type PercentColumn<Row> = Place<Row> & {
  kind: "percent";
  value(row: Row): number | null;
  total?: number | null;
  isBare?: boolean;
};

/**
 * `5 of 9`, and nothing where the whole is 0. In files two columns, the second headed `of`, unless
 * another column has the whole.
 */
export type ShareColumn<Row> = Place<Row> & {
  kind: "share";
  value(row: Row): Share | null;
  of?: Words;
};

export type LevelColumn<Row> = Place<Row> & {
  kind: "level";
  value(row: Row): Level | null;
  basis?(row: Row): "confirmed" | "observed" | "claimed";
};

export type StateTone = "neutral" | "accent" | "info" | "good" | "warning" | "danger";

export function inWords(words: Words, speech: Speech): string {
  return typeof words === "string" ? speech.t(words) : words(speech);
}
