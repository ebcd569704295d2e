import { createRequire } from "node:module";
import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from "@napi-rs/canvas";
import { Chart, type ChartConfiguration } from "chart.js";
import { registerChartParts } from "./chart-parts";
import { chartFont, lightLook } from "./look";

export type PngOptions = {
  /** In px of the page; the file has `scale` times as many. */
  width: number;
  height: number;
  /** 2 for screens, 3 for print. */
  scale?: number;
  /** The finding, drawn above the chart. */
  title: string;
  /** What the chart shows, under the title: period, unit, source. */
  subtitle?: string;
};

/**
 * Draws a chart of our builders as PNG on white, with its title in the picture. Build the
 * configuration with `lightLook`. Takes about 0.2 s of one core.
 */
export async function renderChartPng(
  config: ChartConfiguration,
  { width, height, scale = 2, title, subtitle }: PngOptions,
): Promise<Buffer> {
  registerChartParts();
  registerFonts();
  const canvas = createCanvas(width * scale, height * scale);
  const ctx = canvas.getContext("2d");
  ctx.scale(scale, scale);
  ctx.fillStyle = lightLook.surface;
  ctx.fillRect(0, 0, width, height);
  const top = drawTitle(ctx, { width: width - 2 * margin, title, subtitle });

  const plot = createCanvas(width - 2 * margin, height - top - margin);
  const chart = new Chart(asBrowserCanvas(plot), {
    ...config,
    options: { ...config.options, responsive: false, animation: false, devicePixelRatio: scale },
  });
  try {
    ctx.drawImage(plot, margin, top, width - 2 * margin, height - top - margin);
  } finally {
    chart.destroy();
  }
  return canvas.encode("png");
}

const margin = 24;

/** Draws the words and gives the height they took. */
function drawTitle(
  ctx: SKRSContext2D,
  { width, title, subtitle }: { width: number; title: string; subtitle?: string },
): number {
  let y = margin;
  ctx.textBaseline = "top";
  ctx.fillStyle = lightLook.ink;
  ctx.font = `600 20px ${chartFont}`;
  for (const line of wrapText(ctx, title, width)) {
    ctx.fillText(line, margin, y);
    y += 26;
  }
  ctx.fillStyle = lightLook.inkSoft;
  ctx.font = `400 14px ${chartFont}`;
  for (const line of subtitle ? wrapText(ctx, subtitle, width) : []) {
    ctx.fillText(line, margin, y + 2);
    y += 19;
  }
  return y + 14;
}

function wrapText(ctx: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || ctx.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

let areFontsRegistered = false;

function registerFonts(): void {
  if (areFontsRegistered) return;
  const { resolve } = createRequire(import.meta.url);
  const family = "@expo-google-fonts/source-sans-3";
  for (const file of [
    "400Regular/SourceSans3_400Regular.ttf",
    "600SemiBold/SourceSans3_600SemiBold.ttf",
  ]) {
    GlobalFonts.registerFromPath(resolve(`${family}/${file}`), "Source Sans 3");
  }
  areFontsRegistered = true;
}

function asBrowserCanvas(canvas: Canvas): HTMLCanvasElement {
  // Chart.js is typed for the browser; without a DOM it asks only for getContext, width and height.
  return canvas as unknown as HTMLCanvasElement;
}
