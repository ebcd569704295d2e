import { languages, type Language } from "~/i18n/language";
import { translator } from "~/i18n/server";
import { chartFile } from "~/ui/charts/chart-file.server";
import { chartsOf, mediaTypes, reportJson } from "../files/report-content.server";
import { reportCsv } from "../files/report-csv.server";
import type { Report } from "../rules/report";
import type { ToldReport } from "../tables/told-report";

export type VersionFile = { path: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/** Every file that a report is given out as, in both languages. */
export async function versionFiles(
  report: Report,
  told: Record<Language, ToldReport>,
): Promise<VersionFile[]> {
  const files: VersionFile[] = [
    { path: "report.json", mediaType: mediaTypes.json, bytes: reportJson(report) },
  ];
  for (const language of languages) {
    files.push({
      path: `${language}/report.csv`,
      mediaType: mediaTypes.csv,
      bytes: reportCsv(told[language]),
    });
    files.push(...(await chartFiles(told[language], language)));
  }
  return files;
}

async function chartFiles(told: ToldReport, language: Language): Promise<VersionFile[]> {
  const charts = chartsOf(told);
  const speech = { language, t: translator(language) };
  const files: VersionFile[] = [];
  for (const name of Object.keys(charts)) {
    for (const format of ["png", "csv"] as const) {
      const file = `${name}.${format}`;
      const written = await chartFile(charts, { file, project: told.project, speech });
      if (!written) throw new Error(`The report has no chart ${file}`);
      const { mediaType, bytes } = written;
      files.push({ path: `${language}/${file}`, mediaType, bytes });
    }
  }
  return files;
}
