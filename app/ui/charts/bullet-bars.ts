import type { ChartConfiguration } from "chart.js";
import { formatNumber } from "~/i18n/format";
import { linesOf, type BulletRow } from "./bullet-rows";
import { bandBehind, rowEndLabels } from "./direct-labels";
import { frameOptions, rowNameAxis, valueAxis } from "./frame";
import type { ChartSetting } from "./look";

export type OnTrackBand = { from: number; to: number };

/**
 * One bar an indicator against a common yardstick: the line at 100 % is what the plan says,
 * the shaded band is "on track" (0.85 to 1.15 unless the grant sets another).
 */
export function bulletBars(
  rows: BulletRow[],
  setting: ChartSetting,
  band: OnTrackBand = { from: 0.85, to: 1.15 },
): ChartConfiguration<"bar"> {
  const { language, look, t } = setting;
  const frame = frameOptions(look);
  const farthest = Math.max(1.4, band.to, ...rows.map((row) => row.progress ?? 0));
  const end = Math.min(farthest, widest) * 100;
  return {
    type: "bar",
    data: {
      labels: rows.map((row) => linesOf(row, 30)),
      datasets: [
        {
          label: t("ui.chart.actual"),
          data: rows.map((row) => Math.max(0, (row.progress ?? 0) * 100)),
          backgroundColor: rows.map(({ isBehind }) => look.series[isBehind ? 3 : 1]),
          barPercentage: 0.5,
          maxBarThickness: 22,
        },
      ],
    },
    options: {
      ...frame,
      indexAxis: "y",
      layout: { padding: { top: 22, right: afterBars } },
      scales: {
        x: valueAxis({
          look,
          title: t("ui.chart.progressAxis"),
          format: (percent) => formatNumber(percent, language),
          max: Math.ceil(end / 20) * 20,
        }),
        y: rowNameAxis({ look, right: afterBars }),
      },
      plugins: {
        ...frame.plugins,
        legend: { display: false },
        tooltip: {
          ...frame.plugins.tooltip,
          callbacks: { label: ({ dataIndex }) => rows[dataIndex]?.text ?? "" },
        },
      },
    },
    plugins: [
      bandBehind({
        from: band.from * 100,
        to: band.to * 100,
        mark: 100,
        fill: look.band,
        stroke: look.ink,
        label: t("ui.chart.onTrack"),
      }),
      rowEndLabels(
        rows.map(({ text }) => ({ text, colour: look.ink })),
        look.surface,
      ),
    ],
  };
}

/** Room for "122 %", in px. */
const afterBars = 56;
/** Beyond twice the plan the bar runs out of the picture; its words still say the figure. */
const widest = 2;
