import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import type { Period } from "~/terms/period";
import { can, type ReportSubject } from "./reports.policy";

type ReachedReport = ReportSubject & { period: Period; sharedAt: Date | null };

/** The report of an address where the viewer may read it. Not there and not theirs are one 404. */
export async function reachReport(db: Db, viewer: Viewer, id: string): Promise<ReachedReport> {
  if (!isId(id)) return notFound();
  const [report] = await db.$queryRaw<StoredSubject[]>`
    select report.project_id as "projectId", project.authority_id as "authorityId",
      report.shared_at as "sharedAt", to_char(report.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(report.ends_before, 'YYYY-MM-DD') as "endsBefore"
    from standing_reports() report join projects() project on project.id = report.project_id
    where report.id = ${id}::uuid`;
  if (!report) return notFound();
  const { startsOn, endsBefore, ...found } = report;
  const subject = {
    ...found,
    isShared: found.sharedAt !== null,
    period: { startsOn, endsBefore },
  };
  return can(viewer, "read", subject) ? subject : notFound();
}

type StoredSubject = Pick<ReachedReport, "projectId" | "authorityId" | "sharedAt"> & Period;
