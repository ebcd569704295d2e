import type { Viewer } from "~/features/access/viewer";
import type { Speech } from "~/i18n/translator";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { CheckedFile } from "~/platform/files.server";
import type { IsoDate } from "~/terms/day";
import type { Chart } from "~/ui/charts/chart";
import { chartFile } from "~/ui/charts/chart-file.server";
import { reachReport } from "../reachable-reports.server";
import type { Report } from "../rules/report";
import { tellReport } from "../tables/told-report";
import { reportCsv } from "./report-csv.server";
import { reportPayload } from "../payload/report-payload.queries.server";

export type ReportFormat = "csv" | "json";

/** A report as a file's content: what its address and the command give. */
export function writeReport(
  report: Report,
  { format, speech }: { format: ReportFormat; speech: Speech },
): Uint8Array<ArrayBuffer> {
  return format === "csv"
    ? reportCsv(tellReport(report, speech))
    : new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
}

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
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
  const { fileName } = tellReport(report, speech);
  return { name: `${fileName}.${format}`, mediaType: mediaTypes[format], bytes };
}

/** A chart of a report that the viewer reads, by the file's name in its address (`budget.png`). */
export async function reportChartFile(
  db: Db,
  viewer: Viewer,
  { id, today, speech, file }: Asked & { file: string },
): Promise<CheckedFile> {
  const report = await readReport(db, viewer, { id, today });
  const { project, fileName, sections } = tellReport(report, speech);
  const charts = sections.flatMap(({ key, chart }): [string, Chart][] =>
    chart ? [[key, chart]] : [],
  );
  const written = await chartFile(Object.fromEntries(charts), { file, project, speech });
  if (!written) return notFound();
  const { name, format, ...content } = written;
  return { name: `${fileName}-${name}.${format}`, ...content };
}

async function readReport(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<Report> {
  await reachReport(db, viewer, id);
  return reportPayload(db, { reportId: id, today });
}
