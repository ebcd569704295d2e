import type { Viewer } from "~/features/access/viewer";
import {
  rebookingsOf,
  type RebookingView,
} from "~/features/funding/rates/rebookings.queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Report, ReportKind } from "./rules/report";
import { reachReport } from "./reachable-reports.server";
import { reportPayload } from "./payload/report-payload.queries.server";
import { reportState, type ReportState } from "./rules/report-state";
import { can, reportReach } from "./reports.policy";

/** A report's page: the report, and what the viewer may do with it. */
export type ReportView = {
  id: string;
  report: Report;
  mayWrite: boolean;
  /** For those who write it: own hours that were booked anew since it was shared. */
  rebookings: RebookingView[];
  /** The project's other reports that have days of this one's period in theirs; for who writes. */
  overlaps: ReportPeriod[];
  /** For the page's form: sharing it, or taking it back. */
  submissionId: string;
};

export type ReportPeriod = { id: string; title: string; startsOn: IsoDate; endsBefore: IsoDate };

export async function showReport(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<ReportView> {
  const subject = await reachReport(db, viewer, id);
  const { projectId, period, sharedAt } = subject;
  const mayWrite = can(viewer, "write", subject);
  const isShown = mayWrite && sharedAt !== null;
  return {
    id,
    report: await reportPayload(db, { reportId: id, today }),
    mayWrite,
    rebookings: isShown ? await rebookingsOf(db, { projectId, period, since: sharedAt }) : [],
    overlaps: mayWrite ? await overlapping(db, id) : [],
    submissionId: crypto.randomUUID(),
  };
}

function overlapping(db: Db, id: string): Promise<ReportPeriod[]> {
  return db.$queryRaw<ReportPeriod[]>`
    select id, title, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_before, 'YYYY-MM-DD') as "endsBefore"
    from overlapping_reports(${id}::uuid) order by starts_on, ends_before, id`;
}

export type ReportRow = {
  id: string;
  title: string;
  kind: ReportKind;
  projectCode: string;
  projectName: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  dueOn: IsoDate;
  state: ReportState;
};

export type ReportList = {
  reports: ReportRow[];
  count: number;
  /** Of all pages. */
  draftCount: number;
  lateCount: number;
  /** The draft that is due next, today or later. */
  nextDueOn: IsoDate | null;
  mayWrite: boolean;
  page: number;
  pageCount: number;
};

const pageSize = 25;

/** The reports within the viewer's reach, drafts that are due soonest first, a page at a time. */
export async function listReports(
  db: Db,
  viewer: Viewer,
  { page, today }: { page: number; today: IsoDate },
): Promise<ReportList> {
  const reached = Prisma.sql`from standing_reports() report join project on project.id = report.project_id
    where ${withinReach(viewer)}`;
  const [rows, [sums]] = await Promise.all([
    db.$queryRaw<StoredRow[]>`
      select report.id, report.title, report.kind::text as kind, project.code as "projectCode",
        project.name as "projectName", to_char(report.starts_on, 'YYYY-MM-DD') as "startsOn",
        to_char(report.ends_before, 'YYYY-MM-DD') as "endsBefore",
        to_char(report.due_on, 'YYYY-MM-DD') as "dueOn", report.shared_at is not null as "isShared"
      ${reached}
      order by report.shared_at is not null,
        case when report.shared_at is null then report.due_on end, report.due_on desc, report.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    db.$queryRaw<StoredSums[]>`
      select count(*) as count, count(*) filter (where shared_at is null) as "draftCount",
        count(*) filter (where shared_at is null and due_on < ${today}::date) as "lateCount",
        to_char(min(due_on) filter (where shared_at is null and due_on >= ${today}::date),
          'YYYY-MM-DD') as "nextDueOn"
      ${reached}`,
  ]);
  const count = Number(sums?.count ?? 0);
  return {
    reports: rows.map(({ isShared, ...row }) => ({
      ...row,
      state: reportState({ dueOn: row.dueOn, isShared }, today),
    })),
    count,
    draftCount: Number(sums?.draftCount ?? 0),
    lateCount: Number(sums?.lateCount ?? 0),
    nextDueOn: sums?.nextDueOn ?? null,
    mayWrite: viewer.managedProjectIds.length > 0,
    page,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
  };
}

type StoredRow = Omit<ReportRow, "state"> & { isShared: boolean };
type StoredSums = {
  count: bigint;
  draftCount: bigint;
  lateCount: bigint;
  nextDueOn: IsoDate | null;
};

function withinReach(viewer: Viewer): Prisma.Sql {
  const { all, sharedOf } = reportReach(viewer);
  const whole =
    "ids" in all
      ? Prisma.sql`project.id = any(${all.ids}::uuid[])`
      : Prisma.sql`(project.authority_id = ${all.authorityId}::uuid
          or project.id = any(${viewer.managedProjectIds}::uuid[]))`;
  return Prisma.sql`(${whole} or report.shared_at is not null
    and project.id = any(${sharedOf}::uuid[]))`;
}
