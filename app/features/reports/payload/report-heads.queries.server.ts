import { projectOfCode } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { only } from "~/platform/only";
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
  const project = await db.project.findFirst({
    where: { id: only(await projectOfCode(db, code)) },
    include: {
      reports: {
        where: { discardedAt: null },
        orderBy: [{ endsBefore: "desc" }, { startsOn: "desc" }, { id: "desc" }],
      },
    },
  });
  if (!project) return notFound();
  const day = toDbDate(today);
  const current = project.reports
    .filter(({ startsOn, endsBefore }) => startsOn <= day && day < endsBefore)
    .toSorted((a, b) => b.startsOn.getTime() - a.startsOn.getTime())
    .at(0);
  const report = current ?? project.reports.at(0);
  if (report) return { head: headOf(report), projectId: project.id };
  const period = periodSoFar(
    { startsOn: toIsoDate(project.startsOn), endsBefore: toIsoDate(project.endsBefore) },
    today,
  );
  return { head: { ...unwritten, ...period }, projectId: project.id };
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
