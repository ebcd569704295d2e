import { fileOf, standingFile } from "~/features/reports/files/report-files.server";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/server";
import { AppError } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import type { Database } from "~/platform/db.server";
import { withAppDatabase } from "../command-line/app-database";
import { namedProject } from "../command-line/named-project";
import { UserError } from "../command-line/user-error";

type Options = {
  code: string;
  reportId: string | undefined;
  format: "csv" | "json";
  language: Language;
  dataDir: string | undefined;
};

/** The file of one project's report: a shared one byte for byte as it was shared. */
export function reportFile({ format, language, dataDir, ...which }: Options): Promise<Uint8Array> {
  return withAppDatabase({ dataDir }, async (db) => {
    const report = await findReport(db, which);
    const speech = { language, t: translator(language) };
    const { id, sharedOn } = report.report;
    if (id === null || sharedOn === null) return fileOf(report, { format, speech }).bytes;
    return (await standingFile(db, { id, file: `report.${format}`, speech })).bytes;
  });
}

/** All projects, as a line of JSON. */
export function projectList(dataDir: string | undefined): Promise<Uint8Array> {
  return withAppDatabase({ dataDir }, async (db) => {
    const projects = await projectsOf(db);
    return new TextEncoder().encode(`${JSON.stringify({ projects })}\n`);
  });
}

function projectsOf(db: Database) {
  return db.project.findMany({ select: { code: true, name: true }, orderBy: { code: "asc" } });
}

async function findReport(db: Database, { code, reportId }: Pick<Options, "code" | "reportId">) {
  const project = await namedProject(db, code);
  const which = reportId === undefined ? { projectCode: project.code } : { reportId };
  try {
    const report = await reportPayload(db, { ...which, today: todayInStockholm() });
    if (report.project.code === project.code) return report;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  throw new UserError(`The project ${project.code} has no report ${reportId ?? ""}.`);
}
