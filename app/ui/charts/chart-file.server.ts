import type { Speech } from "~/i18n/translator";
import { tableCsv } from "~/tables/table-csv";
import type { Chart } from "./chart";
import { drawChart } from "./draw-chart";
import { lightLook } from "./look";
import { renderChartPng } from "./render-png.server";

type Caption = { project: string; speech: Speech };
type ChartFile = { mediaType: string; bytes: Uint8Array<ArrayBuffer> };

const writers = { png, csv };

/**
 * One of several charts as a file, as the file's name asks for it (`budget.png`): drawn by the
 * server under the project's name, or its rows. Null where there is no such chart or file.
 */
export async function chartFile(
  charts: Record<string, Chart>,
  { file, ...caption }: Caption & { file: string },
) {
  const [, name = "", ending = ""] = /^([^.]+)\.([^.]+)$/.exec(file) ?? [];
  const chart = Object.entries(charts).find(([key]) => key === name)?.[1];
  const format = (["png", "csv"] as const).find((one) => one === ending);
  if (!chart || !format) return null;
  return { name, format, ...(await writers[format](chart, caption)) };
}

async function csv({ table }: Chart): Promise<ChartFile> {
  return { mediaType: "text/csv; charset=utf-8", bytes: tableCsv(table) };
}

async function png(chart: Chart, { project, speech }: Caption): Promise<ChartFile> {
  const { drawing, height, finding, description } = chart;
  const picture = await renderChartPng(drawChart(drawing, { ...speech, look: lightLook }), {
    width: 960,
    height: height + 120,
    title: finding,
    subtitle: `${project}. ${description}`,
  });
  return { mediaType: "image/png", bytes: new Uint8Array(picture) };
}
