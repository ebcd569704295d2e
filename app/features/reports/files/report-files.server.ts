import type { Viewer } from "~/features/access/viewer";
import type { Speech } from "~/features/funding/figures/figure-table";
import { writeCsv } from "~/formats/csv-writer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { CheckedFile } from "~/platform/files.server";
import type { IsoDate } from "~/terms/day";
import { lightLook } from "~/ui/charts/look";
import { renderChartPng } from "~/ui/charts/render-png.server";
import { reachReport } from "../reachable-reports.server";
import type { Report } from "../rules/report";
import {
  reportBudgetChart,
  reportCumulativeChart,
  reportOutcomeChart,
} from "../tables/report-charts";
import { fileColumns, type ReportChart } from "../tables/report-columns";
import { reportCsv } from "./report-csv.server";
import { reportPayload } from "../payload/report-payload.queries.server";

export type ReportFormat = "csv" | "json";

/** A report as a file's content: what its address and the command give. */
export function writeReport(
  report: Report,
  { format, speech }: { format: ReportFormat; speech: Speech },
): Uint8Array<ArrayBuffer> {
  return format === "csv"
    ? reportCsv(report, speech)
    : new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
}

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
} as const;

type Asked = { id: string; today: IsoDate; speech: Speech };

/** A report that the viewer reads, as a file. */
export async function reportFile(
  db: Db,
  viewer: Viewer,
  { id, today, speech, format }: Asked & { format: ReportFormat },
): Promise<CheckedFile> {
  const report = await readReport(db, viewer, { id, today });
  const bytes = writeReport(report, { format, speech });
  return { name: fileName(report, `.${format}`), mediaType: mediaTypes[format], bytes };
}

/** A chart of a report that the viewer reads, by the file's name in its address (`budget.png`). */
export async function reportChartFile(
  db: Db,
  viewer: Viewer,
  { id, today, speech, file }: Asked & { file: string },
): Promise<CheckedFile> {
  const [chartName = "", format = ""] = file.split(".");
  const makeChart = charts.get(chartName);
  const write = writers.get(format);
  if (!makeChart || !write || file !== `${chartName}.${format}`) return notFound();
  const report = await readReport(db, viewer, { id, today });
  const written = await write(makeChart(report, speech), { project: report.project.name, speech });
  return { name: fileName(report, `-${chartName}.${format}`), ...written };
}

async function readReport(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<Report> {
  await reachReport(db, viewer, id);
  return reportPayload(db, { reportId: id, today });
}

/** A chart whose rows only its own CSV knows. */
type DrawnChart = Pick<ReportChart<never>, "title" | "description" | "build" | "height"> & {
  csv: () => Uint8Array<ArrayBuffer>;
};

const charts = new Map<string, (report: Report, speech: Speech) => DrawnChart>([
  ["budget", (report, speech) => drawn(reportBudgetChart(report, speech))],
  ["cumulative", (report, speech) => drawn(reportCumulativeChart(report, speech))],
  ["outcomes", (report, speech) => drawn(reportOutcomeChart(report, speech))],
]);

function drawn<Row>(chart: ReportChart<Row>): DrawnChart {
  const { title, description, build, height, columns, rows } = chart;
  const csv = () => writeCsv({ columns: fileColumns(columns), rows });
  return { title, description, build, height, csv };
}

type Caption = { project: string; speech: Speech };
type Content = Pick<CheckedFile, "mediaType" | "bytes">;

const writers = new Map<string, (chart: DrawnChart, caption: Caption) => Promise<Content>>([
  ["csv", async (chart) => ({ mediaType: mediaTypes.csv, bytes: chart.csv() })],
  [
    "png",
    async (chart, { project, speech }) => {
      const picture = await renderChartPng(chart.build({ ...speech, look: lightLook }), {
        width: 960,
        height: chart.height + 120,
        title: chart.title,
        subtitle: `${project}. ${chart.description}`,
      });
      return { mediaType: mediaTypes.png, bytes: new Uint8Array(picture) };
    },
  ],
]);

function fileName({ project, report, asOf }: Report, ending: string): string {
  return `${project.code}-${report.kind}-${asOf}${ending}`;
}
