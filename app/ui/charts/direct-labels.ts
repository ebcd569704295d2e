import type { Chart, Plugin } from "chart.js";
import { chartFont, type ChartLook } from "./look";

/** Words at the end of a row's longest bar. `tone` only underlines what the words say. */
export type RowLabel = { text: string; colour: string };

/** Writes one label after the bars of each row of a horizontal bar chart. */
export function rowEndLabels(labels: RowLabel[], halo: string): Plugin {
  return {
    id: "rowEndLabels",
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      setFont(ctx);
      ctx.textBaseline = "middle";
      labels.forEach(({ text, colour }, row) => {
        const end = endOfRow(chart, row);
        if (end) writeWithHalo(ctx, { text, colour, halo, x: end.x + labelGap, y: end.y });
      });
      ctx.restore();
    },
  };
}

/**
 * Names each line at its end in two short lines: beside the plot where it runs to the end, moved
 * apart where two would collide; under its last point where it stops before. The words are in ink,
 * since not every line's colour can be read as text; a stroke before them carries the colour.
 */
export function lineEndLabels(
  labels: ({ lines: string[]; colour: string } | null)[],
  look: ChartLook,
): Plugin {
  return {
    id: "lineEndLabels",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const ends = labels.flatMap((label, index) => {
        const end = label ? endOfLine(chart, index) : null;
        return label && end ? [{ ...label, ...end }] : [];
      });
      ctx.save();
      setFont(ctx);
      ctx.textBaseline = "top";
      let floor = chartArea.top - lineHeight;
      for (const end of ends.sort((a, b) => a.y - b.y)) {
        const height = end.lines.length * lineHeight;
        const isAtEdge = end.x > chartArea.right - 24;
        const top = isAtEdge ? Math.max(end.y - height / 2, floor) : end.y + labelGap;
        if (isAtEdge) floor = top + height + 4;
        const x = (isAtEdge ? chartArea.right : end.x) + labelGap;
        end.lines.forEach((text, line) => {
          const y = top + line * lineHeight;
          writeWithHalo(ctx, { text, colour: look.ink, halo: look.surface, x: x + strokeRoom, y });
        });
        ctx.fillStyle = end.colour;
        ctx.fillRect(x, top, strokeRoom / 2, height - 2);
      }
      ctx.restore();
    },
  };
}

/** Shades the values between `from` and `to` behind a horizontal bar chart, and draws a line at `mark`. */
export function bandBehind(band: {
  from: number;
  to: number;
  mark: number;
  fill: string;
  stroke: string;
  label: string;
}): Plugin {
  return {
    id: "bandBehind",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales.x;
      if (!x) return;
      const [left, right] = [x.getPixelForValue(band.from), x.getPixelForValue(band.to)];
      ctx.save();
      ctx.fillStyle = band.fill;
      ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top);
      ctx.fillStyle = band.stroke;
      ctx.font = `600 ${labelSize}px ${chartFont}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "bottom";
      ctx.fillText(band.label, (left + right) / 2, chartArea.top - 4);
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const at = scales.x?.getPixelForValue(band.mark);
      if (at === undefined) return;
      ctx.save();
      ctx.strokeStyle = band.stroke;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(at, chartArea.top);
      ctx.lineTo(at, chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** How much room labels need beside the plot, in px; they are drawn outside of it. */
export function labelRoom(texts: string[]): number {
  const longest = Math.max(4, ...texts.map((text) => text.length));
  return Math.min(132, Math.ceil(longest * letterWidth) + 2 * labelGap);
}

/** A coloured stroke before a line's words, and the same again as air. */
const strokeRoom = 8;
const labelSize = 13;
/** Of semibold Source Sans 3 at 13 px, on average. */
const letterWidth = 6.4;
const lineHeight = 16;
const labelGap = 8;

function setFont(ctx: CanvasRenderingContext2D): void {
  ctx.font = `600 ${labelSize}px ${chartFont}`;
  ctx.textAlign = "left";
}

/** A rim in the page's colour keeps words readable where they cross a line or a bar. */
function writeWithHalo(
  ctx: CanvasRenderingContext2D,
  words: { text: string; colour: string; halo: string; x: number; y: number },
): void {
  ctx.lineWidth = 4;
  ctx.lineJoin = "round";
  ctx.strokeStyle = words.halo;
  ctx.strokeText(words.text, words.x, words.y);
  ctx.fillStyle = words.colour;
  ctx.fillText(words.text, words.x, words.y);
}

/** The right end of the longest bar of a row. */
function endOfRow(chart: Chart, row: number): { x: number; y: number } | null {
  const ends = chart.data.datasets.flatMap((_, index) => {
    const meta = chart.getDatasetMeta(index);
    const bar = meta.hidden ? undefined : meta.data[row];
    return bar && Number.isFinite(bar.x) ? [{ x: bar.x, y: bar.y }] : [];
  });
  return ends.reduce<{ x: number; y: number } | null>(
    (far, end) => (far === null || end.x > far.x ? end : far),
    null,
  );
}

/** The last point of a line that has a value. */
function endOfLine(chart: Chart, index: number): { x: number; y: number } | null {
  const values = chart.data.datasets[index]?.data ?? [];
  const last = values.findLastIndex((value) => value !== null);
  const point = chart.getDatasetMeta(index).data[last];
  return point ? { x: point.x, y: point.y } : null;
}
