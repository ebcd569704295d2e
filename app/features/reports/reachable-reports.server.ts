import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { toIsoDate } from "~/terms/day";
import type { Period } from "~/terms/period";
import { can, type ReportSubject } from "./reports.policy";

type ReachedReport = ReportSubject & { period: Period; sharedAt: Date | null };

/** The report of an address where the viewer may read it. Not there and not theirs are one 404. */
export async function reachReport(db: Db, viewer: Viewer, id: string): Promise<ReachedReport> {
  if (!isId(id)) return notFound();
  const report = await db.report.findUnique({
    where: { id, discardedAt: null },
    select: {
      ...{ sharedAt: true, startsOn: true, endsBefore: true },
      project: { select: { id: true, authorityId: true } },
    },
  });
  if (!report) return notFound();
  const subject = {
    projectId: report.project.id,
    authorityId: report.project.authorityId,
    isShared: report.sharedAt !== null,
    sharedAt: report.sharedAt,
    period: { startsOn: toIsoDate(report.startsOn), endsBefore: toIsoDate(report.endsBefore) },
  };
  return can(viewer, "read", subject) ? subject : notFound();
}
