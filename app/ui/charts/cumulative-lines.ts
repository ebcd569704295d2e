import type { ChartConfiguration } from "chart.js";
import { formatMonth, formatNumber, formatTkr } from "~/i18n/format";
import type { ChartSetting } from "./look";
import { seriesLines } from "./series-lines";

/**
 * The sums from the start through one month, in öre; `month` is any date in it. `spentOre` ends with
 * the last month that has figures; `forecastOre` starts there, so that the lines meet.
 */
export type CumulativeRow = {
  month: string;
  planOre: number | null;
  spentOre: number | null;
  forecastOre: number | null;
};

/** Cumulated spending against plan, with the forecast dashed, in tkr. */
export function cumulativeLines(
  rows: CumulativeRow[],
  setting: ChartSetting,
): ChartConfiguration<"line"> {
  const { language, t } = setting;
  const toTkr = (ore: number | null) => (ore === null ? null : ore / 100_000);
  return seriesLines(
    {
      labels: rows.map((row) => formatMonth(row.month, language)),
      labelTitle: t("ui.chart.monthAxis"),
      valueTitle: t("ui.chart.tkrAxis"),
      format: (tkr) => formatNumber(tkr, language),
      endFormat: (tkr) => formatTkr(tkr * 100_000, language),
      series: [
        {
          label: t("ui.chart.plan"),
          values: rows.map((row) => toTkr(row.planOre)),
          isReference: true,
        },
        { label: t("ui.chart.spent"), values: rows.map((row) => toTkr(row.spentOre)), colour: 1 },
        {
          label: t("ui.chart.forecast"),
          values: rows.map((row) => toTkr(row.forecastOre)),
          colour: 3,
          dashed: true,
        },
      ],
    },
    setting,
  );
}
