import type { ChartOptions } from "chart.js";
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

/** Breaks a long name into lines, so that it leaves room for the bars on a phone. */
export function wrapName(name: string, width = 13): string | string[] {
  const lines = name.split(" ").reduce<string[]>((done, word) => {
    const last = done[done.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= width) {
      return [...done.slice(0, -1), `${last} ${word}`];
    }
    return [...done, word];
  }, []);
  return lines.length > 1 ? lines : name;
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
  return { color: look.inkSoft, font: { family: chartFont, size: 13 } };
}

function axisTitle(look: ChartLook, text: string | undefined) {
  const font = { family: chartFont, size: 13, weight: 600 };
  return { display: Boolean(text), text: text ?? "", color: look.inkSoft, font };
}
