import { projectOfCode } from "~/features/funding/projects/projects.queries.server";
import { runningProject } from "~/features/funding/projects/running-project.queries.server";
import { notFound } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { periodSoFar } from "../rules/covered-period";
import type { ReportHead, ReportKind } from "../rules/report";

/** A report by its id; or a project's report on a day, see `currentReport`. */
export type WhichReport = { reportId: string } | { projectCode: string };

/** What a report is, and of which project. Throws `not-found` where there is none. */
export async function reportHeadOf(
  db: Db,
  { today, ...which }: WhichReport & { today: IsoDate },
): Promise<{ head: ReportHead; projectId: string }> {
  if ("projectCode" in which) return currentReport(db, { code: which.projectCode, today });
  const report = isId(which.reportId)
    ? await db.report.findUnique({ where: { id: which.reportId, discardedAt: null } })
    : null;
  return report ? { head: headOf(report), projectId: report.projectId } : notFound();
}

/**
 * The project's report whose period has `today` in it, or else the one that ends last; of
 * several the one that began last. A project without a report gets an interim one that covers
 * all until today.
 */
async function currentReport(db: Db, { code, today }: { code: string; today: IsoDate }) {
  const projectId = await projectOfCode(db, code);
  if (projectId === null) return notFound();
  const reports = await db.report.findMany({
    where: { projectId, discardedAt: null },
    orderBy: [{ endsBefore: "desc" }, { startsOn: "desc" }, { id: "desc" }],
  });
  const day = toDbDate(today);
  const current = reports
    .filter(({ startsOn, endsBefore }) => startsOn <= day && day < endsBefore)
    .toSorted((a, b) => b.startsOn.getTime() - a.startsOn.getTime())
    .at(0);
  const report = current ?? reports.at(0);
  if (report) return { head: headOf(report), projectId };
  const project = (await runningProject(db, projectId)) ?? notFound();
  const period = periodSoFar(project, today);
  return { head: { ...unwritten, ...period }, projectId };
}

const unwritten = {
  ...{ id: null, kind: "interim" as const, title: null },
  ...{ dueOn: null, sharedOn: null, version: null },
};

type StoredHead = {
  id: string;
  kind: ReportKind;
  title: string;
  startsOn: Date;
  endsBefore: Date;
  dueOn: Date;
  sharedAt: Date | null;
};

function headOf(report: StoredHead): ReportHead {
  return {
    id: report.id,
    kind: report.kind,
    title: report.title,
    startsOn: toIsoDate(report.startsOn),
    endsBefore: toIsoDate(report.endsBefore),
    dueOn: toIsoDate(report.dueOn),
    sharedOn: report.sharedAt && todayInStockholm(report.sharedAt),
    version: null,
  };
}
