import type { Viewer } from "~/features/access/viewer";
import { projectOfCode } from "~/features/funding/projects/projects.queries.server";
import { seenState } from "~/features/organisation/seen-state.server";
import { AppError } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { lastDayOf, type Period } from "~/terms/period";
import { reachReport } from "../reachable-reports.server";
import type { Report } from "../rules/report";
import { reportPayload } from "../payload/report-payload.queries.server";
import { storedTexts, textsMark } from "../payload/report-texts.server";
import { can } from "../reports.policy";
import { storedHead, type DraftHead } from "./draft-head.server";

/** What the form for a new report offers. */
export type NewReportView = {
  projects: { id: string; code: string; name: string; startsOn: IsoDate; lastDay: IsoDate }[];
  /** Of the project asked for, or of the only one: the period that comes after its reports. */
  suggested: { projectId: string; startsOn: IsoDate; endsOn: IsoDate } | null;
  submissionId: string;
};

/** The projects that the viewer writes reports for, those that ended last first. */
export async function showNewReport(
  db: Db,
  viewer: Viewer,
  { code }: { code: string | null },
): Promise<NewReportView> {
  const stored = await db.$queryRaw<StoredProject[]>`
    select project.id, project.code, project.name,
      to_char(project.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(project.ends_before, 'YYYY-MM-DD') as "endsBefore",
      to_char(coalesce((select max(ends_before) from reported_periods(project.id)),
        project.starts_on), 'YYYY-MM-DD') as next
    from projects() project where project.id = any(${viewer.managedProjectIds}::uuid[])
    order by project.ends_before desc, project.code`;
  const projects = stored.map(({ endsBefore, ...project }) => {
    const lastDay = lastDayOf({ startsOn: project.startsOn, endsBefore });
    return { ...project, lastDay };
  });
  const asked = code === null ? null : await projectOfCode(db, code);
  const chosen =
    projects.find(({ id }) => id === asked) ?? (projects.length === 1 ? projects[0] : undefined);
  const { next, lastDay } = chosen ?? {};
  return {
    projects: projects.map(({ next: _next, ...project }) => project),
    suggested:
      chosen && next && lastDay && next <= lastDay
        ? { projectId: chosen.id, startsOn: next, endsOn: lastDay }
        : null,
    submissionId: crypto.randomUUID(),
  };
}

/** `next`: the day after its reports. */
type StoredProject = Period & { id: string; code: string; name: string; next: IsoDate };

/** What the form for what a draft is shows. */
export type DraftView = {
  id: string;
  draft: DraftHead;
  /** See `seenState`. */
  seen: string;
  submissionId: string;
};

/** Throws `forbidden` for those who only read, and `conflict` once the report is shared. */
export async function showDraft(db: Db, viewer: Viewer, id: string): Promise<DraftView> {
  await requireDraft(db, viewer, id);
  const draft = await storedHead(db, id);
  return { id, draft, seen: seenState(draft), submissionId: crypto.randomUUID() };
}

async function requireDraft(db: Db, viewer: Viewer, id: string): Promise<void> {
  const subject = await reachReport(db, viewer, id);
  if (!can(viewer, "write", subject)) throw new AppError("forbidden");
  if (subject.isShared) throw new AppError("conflict");
}

/** A report that isn't discarded, since it has been shared. */
export type KeptReportView = { id: string; name: string };

/** Null where it was never shared, and may be discarded. */
export async function showKeptReport(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<KeptReportView | null> {
  const subject = await reachReport(db, viewer, id);
  if (!can(viewer, "write", subject)) throw new AppError("forbidden");
  const { title, _count } = await db.report.findUniqueOrThrow({
    where: { id },
    select: { title: true, _count: { select: { versions: true } } },
  });
  return _count.versions > 0 ? { id, name: title } : null;
}

/** What the form for a report's texts shows: the report itself, and what it was made from. */
export type ReportTextsView = {
  id: string;
  report: Report;
  /** See `textsMark`. */
  seen: string;
  submissionId: string;
};

/** Throws `forbidden` for those who only read, and `conflict` once the report is shared. */
export async function showReportTexts(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<ReportTextsView> {
  await requireDraft(db, viewer, id);
  // Read first: words that somebody saves in between make the form outdated, never overwritten.
  const seen = textsMark(await storedTexts(db, id));
  return {
    id,
    report: await reportPayload(db, { reportId: id, today }),
    seen,
    submissionId: crypto.randomUUID(),
  };
}
