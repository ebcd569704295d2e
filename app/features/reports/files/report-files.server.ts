import type { Viewer } from "~/features/access/viewer";
import type { Speech } from "~/i18n/translator";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { CheckedFile } from "~/platform/files.server";
import type { IsoDate } from "~/terms/day";
import { chartFile } from "~/ui/charts/chart-file.server";
import { versionFile } from "../freezing/versions.queries.server";
import { reportPayload } from "../payload/report-payload.queries.server";
import { reachReport } from "../reachable-reports.server";
import type { Report } from "../rules/report";
import { tellReport } from "../tables/told-report";
import { chartsOf, mediaTypes, reportJson, type ReportFormat } from "./report-content.server";
import { reportCsv } from "./report-csv.server";

type Asked = { id: string; today: IsoDate; speech: Speech };

/** A report that the viewer reads, as a file: a shared one byte for byte as it was shared. */
export async function reportFile(
  db: Db,
  viewer: Viewer,
  { id, today, speech, format }: Asked & { format: ReportFormat },
): Promise<CheckedFile> {
  const { isShared } = await reachReport(db, viewer, id);
  if (isShared) return standingFile(db, { id, file: `report.${format}`, speech });
  return fileOf(await reportPayload(db, { reportId: id, today }), { format, speech });
}

/** A report's figures as they are now, as a file. */
export function fileOf(
  report: Report,
  { format, speech }: { format: ReportFormat; speech: Speech },
): CheckedFile {
  const told = tellReport(report, speech);
  const bytes = format === "csv" ? reportCsv(told) : reportJson(report);
  return { name: `${told.fileName}.${format}`, mediaType: mediaTypes[format], bytes };
}

/** A file of the version that a shared report's funder reads. */
export function standingFile(
  db: Db,
  { id, file, speech }: { id: string; file: string; speech: Speech },
): Promise<CheckedFile> {
  return versionFile(db, { reportId: id, number: "standing", file, language: speech.language });
}

/** A chart of a report that the viewer reads, by the file's name in its address (`budget.png`). */
export async function reportChartFile(
  db: Db,
  viewer: Viewer,
  { id, today, speech, file }: Asked & { file: string },
): Promise<CheckedFile> {
  const { isShared } = await reachReport(db, viewer, id);
  if (isShared)
    return file.startsWith("report.") ? notFound() : standingFile(db, { id, file, speech });
  const told = tellReport(await reportPayload(db, { reportId: id, today }), speech);
  const written = await chartFile(chartsOf(told), { file, project: told.project, speech });
  if (!written) return notFound();
  const { name, format, ...content } = written;
  return { name: `${told.fileName}-${name}.${format}`, ...content };
}
