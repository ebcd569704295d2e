import type { ChartConfiguration } from "chart.js";
import { frameOptions, nameAxis, valueAxis, wrapName } from "./frame";
import type { ChartSetting } from "./look";

export type GroupedBars = {
  /** Along the bottom. */
  labels: string[];
  /** Up to six, each with a value a label. */
  series: { label: string; values: (number | null)[] }[];
  /** In words with the unit: "Timmar". */
  valueTitle: string;
  labelTitle?: string;
  format: (value: number) => string;
  /** On top of each other instead of beside: parts of a whole. */
  stacked?: boolean;
};

/** Columns per label, one colour a series; the legend only where there is more than one. */
export function groupedBars(chart: GroupedBars, setting: ChartSetting): ChartConfiguration<"bar"> {
  const { look } = setting;
  const { labels, series, valueTitle, labelTitle, format, stacked = false } = chart;
  const frame = frameOptions(look);
  return {
    type: "bar",
    data: {
      labels: labels.map((label) => wrapName(label, 14)),
      datasets: series.map(({ label, values }, index) => ({
        label,
        data: values,
        backgroundColor: look.series[(series.length === 1 ? 1 : index) % 6],
        // A thin edge in the page's colour keeps neighbours apart also in grey.
        borderColor: look.surface,
        borderWidth: 1,
        maxBarThickness: 56,
      })),
    },
    options: {
      ...frame,
      scales: {
        x: nameAxis({ look, title: labelTitle, stacked }),
        y: valueAxis({ look, title: valueTitle, format, stacked }),
      },
      plugins: {
        ...frame.plugins,
        legend: { ...frame.plugins.legend, display: series.length > 1 },
        tooltip: {
          ...frame.plugins.tooltip,
          callbacks: { label: (item) => `${item.dataset.label}: ${format(Number(item.raw))}` },
        },
      },
    },
  };
}
