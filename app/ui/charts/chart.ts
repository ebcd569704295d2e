import type { ChartConfiguration } from "chart.js";
import type { Speech } from "~/i18n/translator";
import type { Table, Words } from "~/tables/table";
import type { ChartSetting } from "./look";

/**
 * A chart as data: its finding, its rows, and how they are drawn. Page, PNG and CSV are made from
 * it, so that they say the same.
 */
export type Chart = {
  /** The finding in a sentence: "Kurserna har kostat mindre än planerat". */
  finding: Words;
  /** What is drawn, over which time, from which figures; also read aloud with the finding. */
  description: Words;
  /** The rows that are drawn. */
  table: Table<unknown>;
  /** In the language and the colours of where it is drawn. */
  build: (setting: ChartSetting) => ChartConfiguration;
  /** Of the drawing, in px: bars want about 56 a row, bullets as much as their words. */
  height: (speech: Speech) => number;
};
