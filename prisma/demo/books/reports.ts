import { toDbDate } from "~/terms/day";
import { instantOn, type Calendar } from "../days";
import { idOf, lineId, projectId } from "../ids";
import { reports, type ReportStory } from "../story/reports";
import type { DemoRows } from "../tables";
import { accountOf } from "./accounts";

type Books = Pick<DemoRows, "reports" | "reportComments" | "reportedPeriods">;

export function reportRows(day: Calendar): Books {
  return {
    reports: reports.map((report) => ({
      id: reportId(report),
      projectId: projectId(report.project),
      kind: report.kind,
      title: report.title,
      startsOn: toDbDate(day(report.starts)),
      endsBefore: toDbDate(day(report.endsBefore)),
      dueOn: toDbDate(day(report.due)),
      activities: report.activities ?? "",
      results: report.results ?? "",
      lessons: report.lessons ?? "",
      sharedAt: report.shared ? instantOn(day(report.shared)) : null,
      sharedById: report.shared && typeof report.shared !== "string" ? accountOf("johanna") : null,
    })),
    reportedPeriods: reports
      .filter(({ shared }) => shared)
      .map((report) => ({
        id: idOf("reported-period", reportId(report)),
        projectId: projectId(report.project),
        startsOn: toDbDate(day(report.starts)),
        endsBefore: toDbDate(day(report.endsBefore)),
        sourceType: "report",
        sourceId: reportId(report),
      })),
    reportComments: reports.flatMap((report) =>
      Object.entries(report.comments ?? {}).map(([line, text]) => ({
        reportId: reportId(report),
        budgetLineId: lineId(report.project, line),
        text,
      })),
    ),
  };
}

function reportId({ project, title }: ReportStory): string {
  return idOf("report", project, title);
}
