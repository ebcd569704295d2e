import type { ChartConfiguration } from "chart.js";
import { labelRoom, lineEndLabels } from "./direct-labels";
import { frameOptions, nameAxis, valueAxis } from "./frame";
import { chartFont, type ChartSetting } from "./look";

/** One line; `null` where it has no value. Modelled numbers (plan, forecast) are `dashed`. */
export type LineSeries = {
  label: string;
  values: (number | null)[];
  dashed?: boolean;
  /** Drawn thin and grey, behind: what the others are measured against. */
  isReference?: boolean;
  /** Which colour of the palette (0–5); by its place otherwise. */
  colour?: number;
};

export type SeriesLines = {
  /** Along the bottom: months, dates, generations. */
  labels: string[];
  series: LineSeries[];
  /** In words with the unit: "Tusen kronor (tkr)". */
  valueTitle: string;
  labelTitle?: string;
  format: (value: number) => string;
  /** The short figure at a line's end; `format` by default. */
  endFormat?: (value: number) => string;
  suggestedMax?: number;
};

/** Lines over time, each named at its end; points have a shape of their own beside their colour. */
export function seriesLines(chart: SeriesLines, setting: ChartSetting): ChartConfiguration<"line"> {
  const { look } = setting;
  const { labels, series, valueTitle, labelTitle, format, suggestedMax } = chart;
  const frame = frameOptions(look);
  const endFormat = chart.endFormat ?? format;
  const colourOf = (line: LineSeries, index: number) =>
    line.isReference ? look.inkSoft : (look.series[(line.colour ?? index) % 6] ?? look.ink);
  const endLabels = series.map((line, index) => {
    const last = line.values.findLast((value) => value !== null);
    if (last === undefined) return null;
    return { lines: [line.label, endFormat(last)], colour: colourOf(line, index) };
  });
  return {
    type: "line",
    data: {
      labels,
      datasets: series.map((line, index) => ({
        label: line.label,
        data: line.values,
        borderColor: colourOf(line, index),
        backgroundColor: line.dashed ? look.surface : colourOf(line, index),
        borderWidth: line.isReference ? 2 : 3,
        borderDash: line.dashed ? [7, 5] : [],
        pointStyle: pointShapes[index % pointShapes.length],
        pointRadius: line.isReference ? 0 : labels.length > 24 ? 0 : 3.5,
        pointHoverRadius: 6,
        pointHitRadius: 12,
        order: line.isReference ? 1 : 0,
        clip: 8,
      })),
    },
    options: {
      ...frame,
      interaction: { mode: "index", intersect: false },
      layout: {
        padding: { right: labelRoom(endLabels.flatMap((label) => label?.lines ?? [])), top: 8 },
      },
      scales: {
        x: nameAxis({ look, title: labelTitle }),
        y: valueAxis({ look, title: valueTitle, format, suggestedMax }),
      },
      plugins: {
        ...frame.plugins,
        legend: { display: false },
        tooltip: {
          ...frame.plugins.tooltip,
          titleFont: { family: chartFont, weight: 600 },
          callbacks: { label: (item) => `${item.dataset.label}: ${format(Number(item.raw))}` },
        },
      },
    },
    plugins: [lineEndLabels(endLabels, look)],
  };
}

const pointShapes = ["circle", "rect", "triangle", "rectRot", "crossRot", "star"] as const;
