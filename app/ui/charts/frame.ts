import type { Chart, ChartOptions, Scale } from "chart.js";
import { fitWords } from "./fit-words";
import { chartFont, type ChartLook } from "./look";

/** Options that every chart shares: no animation, quiet grid, our font, tooltips for the pointer. */
export function frameOptions(look: ChartLook) {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    color: look.ink,
    font: { family: chartFont, size: 13 },
    plugins: {
      legend: legend(look),
      tooltip: {
        backgroundColor: look.ink,
        titleColor: look.surface,
        bodyColor: look.surface,
        titleFont: { family: chartFont },
        bodyFont: { family: chartFont },
        padding: 10,
        cornerRadius: 6,
      },
    },
  } satisfies ChartOptions;
}

/** An axis of figures: its words with the unit, hairlines, and figures in the page's language. */
export function valueAxis(given: {
  look: ChartLook;
  title: string;
  format: (value: number) => string;
  suggestedMax?: number;
  max?: number;
  stacked?: boolean;
}) {
  const { look, title, format, ...scale } = given;
  return {
    ...scale,
    beginAtZero: true,
    border: { display: false },
    grid: { color: look.grid, drawTicks: false },
    ticks: {
      ...tickStyle(look),
      maxTicksLimit: 6,
      // A largest value that is no round figure gets no tick of its own.
      includeBounds: false,
      padding: 6,
      callback: (value: string | number) => format(Number(value)),
    },
    title: axisTitle(look, title),
  };
}

/** An axis of names or months. */
export function nameAxis(given: { look: ChartLook; title?: string; stacked?: boolean }) {
  const { look, title, ...scale } = given;
  return {
    ...scale,
    border: { color: look.line },
    grid: { display: false },
    ticks: { ...tickStyle(look), maxRotation: 0, autoSkipPadding: 12 },
    title: axisTitle(look, title),
  };
}

/**
 * An axis of names beside horizontal bars, in lines that fit: Chart.js lets such an axis have half
 * of the drawing and cuts what is wider. `right` is the room that the chart keeps after its bars.
 */
export function rowNameAxis(given: { look: ChartLook; right: number; stacked?: boolean }) {
  const { right, ...rest } = given;
  const axis = nameAxis(rest);
  return {
    ...axis,
    ticks: {
      ...axis.ticks,
      autoSkip: false,
      callback(this: Scale, value: string | number) {
        const name: string | string[] = this.getLabelForValue(Number(value));
        const room = (this.chart.width - right) / 2 - besideNames;
        return [name].flat().flatMap((line) => fitWords(line, fitting(this.chart, room)));
      },
    },
  };
}

function legend(look: ChartLook) {
  return {
    align: "start" as const,
    position: "top" as const,
    labels: {
      color: look.ink,
      font: { family: chartFont, size: 13 },
      boxWidth: 14,
      boxHeight: 12,
      padding: 14,
    },
  };
}

function tickStyle(look: ChartLook) {
  return { color: look.inkSoft, font: { family: chartFont, size: labelSize } };
}

/** In lines that fit along the axis, which may have but half of the drawing. */
function axisTitle(look: ChartLook, text: string | undefined) {
  const font = { family: chartFont, size: labelSize, weight: titleWeight };
  const lines = ({ chart, scale }: { chart: Chart; scale: Scale }) => {
    const room = scale.isHorizontal() ? chart.width / 2 - besideTitle : chart.height / 2;
    return fitWords(text ?? "", fitting(chart, room, titleWeight));
  };
  return {
    display: Boolean(text),
    // Chart.js takes a function here as in all its options; its types know of words only.
    text: lines as unknown as string[],
    color: look.inkSoft,
    font,
  };
}

function fitting({ ctx }: Chart, room: number, weight = 400) {
  const measure = (words: string) => {
    ctx.font = `${weight} ${labelSize}px ${chartFont}`;
    return ctx.measureText(words).width;
  };
  return { room, measure };
}

const labelSize = 13;
const titleWeight = 600;
/** Between names and bars, in px: Chart.js's tick and its padding. */
const besideNames = 12;
/** What an axis may have less than half of the drawing: the words after the last bar. */
const besideTitle = 36;
