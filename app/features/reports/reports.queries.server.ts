import type { Viewer } from "~/features/access/viewer";
import {
  rebookingsOf,
  type RebookingView,
} from "~/features/funding/rates/rebookings.queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Speech } from "~/i18n/translator";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
import { figuresSince, type OtherBase } from "./freezing/changes.queries.server";
import {
  readVersion,
  versionsOf,
  type StoredVersion,
  type VersionRow,
} from "./freezing/versions.queries.server";
import { periodOf } from "./freezing/report-period.queries.server";
import type { RowsOf } from "./page/rows-href";
import { baseOf } from "./payload/report-base.queries.server";
import { missingIn, type Missing } from "./rules/missing";
import type { ReportKind } from "./rules/report";
import { reachReport } from "./reachable-reports.server";
import { reportPayload } from "./payload/report-payload.queries.server";
import { reportState, type ReportState } from "./rules/report-state";
import { can, reportReach } from "./reports.policy";
import { tellReport, type ToldReport } from "./tables/told-report";

/** A report's page: what the report tells, and what the viewer may do with it. */
export type ReportView = {
  id: string;
  /** Its own, or what kind of report it is. */
  name: string;
  code: string;
  told: ToldReport;
  isShared: boolean;
  dueOn: IsoDate | null;
  mayWrite: boolean;
  /** A draft that was never shared. */
  mayDiscard: boolean;
  /** What a draft lacks, for who writes it. */
  missing: Missing[];
  /** For those who write it: own hours that were booked anew since it was shared. */
  rebookings: RebookingView[];
  /** The project's other reports that have days of this one's period in theirs; for who writes. */
  overlaps: ReportPeriod[];
  /** Of the version that is shown. */
  sha256: string | null;
  /** For who reads more of the project than its funder does. */
  behind: ReportBehind | null;
  /** Whose rows its figures open to, for who may see them. */
  rows: RowsOf | null;
  /** For the page's form: sharing it, or taking it back. */
  submissionId: string;
};

export type ReportPeriod = { id: string; title: string; startsOn: IsoDate; endsBefore: IsoDate };

/** What stands beside a report and isn't the funder's to see. */
export type ReportBehind = {
  versions: VersionRow[];
  /** How many figures of the version that is shared would be others today. */
  changedFigures: number;
  /** And what would only be said otherwise. */
  changedWords: number;
  otherBase: OtherBase | null;
};

type Asked = { id: string; today: IsoDate; speech: Speech };

/** A shared report is shown as it was shared, a draft with its figures as they are now. */
export async function showReport(db: Db, viewer: Viewer, asked: Asked): Promise<ReportView> {
  const { id, speech } = asked;
  const subject = await reachReport(db, viewer, id);
  const { projectId, period, sharedAt } = subject;
  const mayWrite = can(viewer, "write", subject);
  const shown = subject.isShared ? await showShared(db, asked) : await showDraft(db, asked);
  const { report, version } = shown;
  const isShown = mayWrite && sharedAt !== null;
  const behind = can(viewer, "compare", subject)
    ? await behindOf(db, { id, projectId, speech, version })
    : null;
  return {
    id,
    name: report.report.title ?? speech.t(`reports.kind.${report.report.kind}`),
    code: report.project.code,
    told: shown.told,
    isShared: subject.isShared,
    dueOn: report.report.dueOn,
    mayWrite,
    mayDiscard: mayWrite && behind?.versions.length === 0,
    missing: mayWrite && !subject.isShared ? missingIn(report) : [],
    rebookings: isShown ? await rebookingsOf(db, { projectId, period, since: sharedAt }) : [],
    overlaps: mayWrite ? await overlapping(db, id) : [],
    sha256: version?.sha256 ?? null,
    rows: behind && (await rowsOf(db, { id, projectId, startsOn: period.startsOn, version })),
    behind,
    submissionId: crypto.randomUUID(),
  };
}

type OfReport = { id: string; projectId: string; startsOn: IsoDate; version: StoredVersion | null };

async function rowsOf(db: Db, { id, projectId, startsOn, version }: OfReport): Promise<RowsOf> {
  const base = version
    ? version.content.base
    : await baseOf(db, { projectId, reportId: id, startsOn });
  const days = version ? version.content.heading : { startsOn };
  const period = await periodOf(db, { base, startsOn: days.startsOn });
  return { id, number: version?.number ?? null, ...(period && { period }) };
}

async function showShared(db: Db, { id, speech }: Asked) {
  const version = await readVersion(db, { reportId: id, number: "standing" });
  const { figures, told } = version.content;
  return { report: figures, told: told[speech.language], version };
}

async function showDraft(db: Db, { id, today, speech }: Asked) {
  const report = await reportPayload(db, { reportId: id, today });
  return { report, told: tellReport(report, speech), version: null };
}

async function behindOf(
  db: Db,
  {
    id,
    projectId,
    speech,
    version,
  }: Pick<Asked, "id" | "speech"> & { projectId: string; version: StoredVersion | null },
): Promise<ReportBehind> {
  const versions = await versionsOf(db, id);
  if (!version) return { versions, changedFigures: 0, changedWords: 0, otherBase: null };
  const changes = await figuresSince(db, { reportId: id, projectId, version, speech });
  const { figures, words, otherBase } = changes;
  return { versions, changedFigures: figures.length, changedWords: words.length, otherBase };
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
  const reached = Prisma.sql`from standing_reports() report
    join projects() project on project.id = report.project_id
    left join standing_versions() version on version.report_id = report.id
    where ${withinReach(viewer)}`;
  const [rows, [sums]] = await Promise.all([
    db.$queryRaw<StoredRow[]>`
      select report.id, coalesce(version.heading->>'title', report.title) as title,
        coalesce(version.heading->>'kind', report.kind::text) as kind,
        coalesce(version.heading->>'projectCode', project.code) as "projectCode",
        coalesce(version.heading->>'projectName', project.name) as "projectName",
        coalesce(version.heading->>'startsOn', to_char(report.starts_on, 'YYYY-MM-DD'))
          as "startsOn",
        coalesce(version.heading->>'endsBefore', to_char(report.ends_before, 'YYYY-MM-DD'))
          as "endsBefore",
        case when version.version_id is null then to_char(report.due_on, 'YYYY-MM-DD')
          else version.heading->>'dueOn' end as "dueOn",
        report.shared_at is not null as "isShared"
      ${reached}
      order by report.shared_at is not null,
        case when report.shared_at is null then report.due_on end, report.due_on desc, report.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    db.$queryRaw<StoredSums[]>`
      select count(*) as count, count(*) filter (where report.shared_at is null) as "draftCount",
        count(*) filter (where report.shared_at is null and due_on < ${today}::date) as "lateCount",
        to_char(min(due_on) filter (where report.shared_at is null and due_on >= ${today}::date),
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
    pageCount: pageCountOf(count, pageSize),
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
