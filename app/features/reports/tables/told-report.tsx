import { bookedThroughText } from "~/features/funding/budget/booked-through";
import { periodInWords } from "~/features/funding/projects/period";
import type { Speech } from "~/i18n/translator";
import type { Report } from "../rules/report";
import { reportFinding } from "./report-finding";
import { reportParts, type ReportPart } from "./report-part";
import { reportSections, type ReportSection } from "./report-sections";
import { reportStats, type ReportStat } from "./report-stats";
import { versionNotice } from "./version-notice";

/**
 * Everything that a report's readers are told, in one language, as plain data. Its page, its CSV and
 * its charts' pictures are made of this alone: kept as JSON they can be made again later, and say
 * the same.
 */
export type ToldReport = {
  /** The project's name: stands on its charts' pictures. */
  project: string;
  /** Begins its files' names. */
  fileName: string;
  title: string;
  lead: string;
  /** Since when and how these figures stay as they are; null while they don't. */
  notice: { title: string; text: string } | null;
  stats: ReportStat[];
  /** Until when the ledger is known. */
  bookedThrough: string;
  parts: ReportPart[];
  sections: ReportSection[];
};

/** What a report tells: of it and the language alone. */
export function tellReport(report: Report, speech: Speech): ToldReport {
  const { project, report: head, asOf } = report;
  return {
    project: project.name,
    fileName: `${project.code}-${head.kind}-${asOf}`,
    title: reportFinding(report, speech),
    lead: speech.t("reports.page.lead", {
      title: head.title ?? speech.t(`reports.kind.${head.kind}`),
      project: project.name,
      period: periodInWords(head, speech),
    }),
    notice: versionNotice(report, speech),
    stats: reportStats(report, speech),
    bookedThrough: bookedThroughText(report.bookedThrough, speech),
    parts: reportParts(report, speech),
    sections: reportSections(report, speech),
  };
}
