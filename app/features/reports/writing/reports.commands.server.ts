import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { runningProject } from "~/features/funding/projects/running-project.queries.server";
import {
  noteReported,
  withdrawReported,
} from "~/features/funding/reported/reported-periods.commands.server";
import { seenState } from "~/features/organisation/seen-state.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import { addDays, toDbDate, toIsoDate } from "~/terms/day";
import { haveNoDayInCommon, lastDayOf } from "~/terms/period";
import { freezeReport } from "../freezing/freeze-report.server";
import { textNames } from "../rules/report";
import { can } from "../reports.policy";
import { reachReport } from "../reachable-reports.server";
import { storedHead, type DraftHead } from "./draft-head.server";
import type { NewReport, ReportChange, ReportTextsInput } from "./reports.schema";
import { storedTexts, textsMark } from "../payload/report-texts.server";

/** Begins a report of a project that the viewer writes for, as a draft. Returns its id. */
export async function beginReport(
  db: Database,
  viewer: Viewer,
  { submissionId, projectId, endsOn, ...input }: NewReport,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "report.begin", submissionId };
  return transact(db, act, async (tx, audit) => {
    const period = { startsOn: input.startsOn, endsBefore: addDays(endsOn, 1) };
    await requirePeriod(tx, viewer, { projectId, period });
    const { id } = await tx.report.create({
      data: { projectId, ...headColumns({ ...input, ...period }) },
      select: { id: true },
    });
    const { kind, dueOn } = input;
    audit({ type: "report", id, detail: { projectId, kind, ...period, dueOn } });
    return id;
  });
}

/**
 * Saves the texts of a draft and its comments; an empty comment is taken away. Throws `conflict`
 * once the report is shared, and a `FieldError` where somebody else has saved since the form was
 * shown: nobody's words are written over unseen.
 */
export async function saveReportTexts(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, texts, comments }: ReportTextsInput & { id: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "report.write", submissionId };
  return transact(db, act, async (tx, audit) => {
    const report = await holdDraft(tx, viewer, id);
    const before = await storedTexts(tx, id);
    if (textsMark(before) !== seen) {
      throw new FieldError({ form: { key: "reports.errors.changedMeanwhile" } });
    }
    await requireLines(tx, { projectId: report.projectId, comments });
    await tx.report.update({ where: { id }, data: texts });
    await tx.reportComment.deleteMany({
      where: { reportId: id, budgetLineId: { in: comments.map(({ lineId }) => lineId) } },
    });
    const said = comments.filter(({ text }) => text !== "");
    await tx.reportComment.createMany({
      data: said.map(({ lineId, text }) => ({ reportId: id, budgetLineId: lineId, text })),
    });
    const changed = textNames.filter((name) => texts[name] !== before.texts[name]);
    audit({ type: "report", id, detail: { changed, comments: said.map(({ lineId }) => lineId) } });
    return id;
  });
}

/**
 * Changes what a draft is: its kind, title, period and due day. Throws `conflict` once the report
 * is shared, and a `FieldError` where somebody else has changed it since the form was shown.
 */
export async function changeReport(
  db: Database,
  viewer: Viewer,
  { id, submissionId, seen, endsOn, ...input }: ReportChange & { id: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "report.change", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { projectId } = await holdDraft(tx, viewer, id);
    const was = await storedHead(tx, id);
    if (seenState(was) !== seen) {
      throw new FieldError({ form: { key: "reports.errors.changedMeanwhile" } });
    }
    const becomes = { ...input, endsBefore: addDays(endsOn, 1) };
    await requirePeriod(tx, viewer, { projectId, period: becomes });
    await tx.report.update({ where: { id }, data: headColumns(becomes) });
    audit({ type: "report", id, detail: { ...becomes, was } });
    return id;
  });
}

type Verb = { id: string; submissionId: string };

/**
 * Takes a draft away that was begun by mistake. Throws `conflict` once the report is shared, and a
 * `FieldError` where it was shared before: its versions stay, and are found through it.
 */
export async function discardReport(
  db: Database,
  viewer: Viewer,
  { id, submissionId }: Verb,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "report.discard", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { projectId } = await holdDraft(tx, viewer, id);
    if ((await tx.reportVersion.count({ where: { reportId: id } })) > 0) {
      throw new FieldError({ form: { key: "reports.errors.wasShared" } });
    }
    await tx.report.update({ where: { id }, data: { discardedAt: new Date() } });
    audit({ type: "report", id, detail: { projectId } });
    return id;
  });
}

/**
 * Lets the funder read the report as it is now: its next version, which nothing changes. Who sets the
 * project up at the same time is waited for, and seen. Throws `conflict` where it is shared already.
 */
export async function shareReport(
  db: Database,
  viewer: Viewer,
  { id, submissionId }: Verb,
): Promise<string> {
  const [actor, now] = [actorOf(viewer), new Date()];
  const act = { actor, action: "report.share", submissionId, ofOneMoment: true };
  return transact(db, act, async (tx, audit) => {
    await tx.$queryRaw`
      select from project where id = (select project_id from report where id = ${id}::uuid)
      for share`;
    const { projectId } = await writableReport(tx, viewer, id);
    const { count } = await tx.report.updateMany({
      where: { id, sharedAt: null, discardedAt: null },
      data: { sharedAt: now, sharedById: viewer.accountId },
    });
    if (count === 0) throw new AppError("conflict");
    const { startsOn, endsBefore } = await tx.report.findUniqueOrThrow({ where: { id } });
    const period = { startsOn: toIsoDate(startsOn), endsBefore: toIsoDate(endsBefore) };
    await noteReported(tx, { projectId, reportId: id, period });
    const version = await freezeReport(tx, { reportId: id, freezing: "shared", now });
    audit({ type: "report", id, detail: { projectId, ...version } });
    return id;
  });
}

/**
 * Takes a shared report back: its funder doesn't read it any more, and it is a draft again. The
 * version stays. Throws `conflict` where it is a draft already.
 */
export async function unshareReport(
  db: Database,
  viewer: Viewer,
  { id, submissionId }: Verb,
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "report.unshare", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { projectId } = await writableReport(tx, viewer, id);
    const { count } = await tx.report.updateMany({
      where: { id, sharedAt: { not: null } },
      data: { sharedAt: null, sharedById: null },
    });
    if (count === 0) throw new AppError("conflict");
    await tx.reportVersion.updateMany({
      where: { reportId: id, takenBackAt: null },
      data: { takenBackAt: new Date(), takenBackById: viewer.accountId },
    });
    await withdrawReported(tx, id);
    audit({ type: "report", id, detail: { projectId } });
    return id;
  });
}

async function writableReport(tx: Transaction, viewer: Viewer, id: string) {
  const report = await reachReport(tx, viewer, id);
  if (!can(viewer, "write", report)) throw new AppError("forbidden");
  return report;
}

/** The draft, which nobody else changes until the transaction has ended. */
async function holdDraft(tx: Transaction, viewer: Viewer, id: string) {
  await tx.$queryRaw`select id from report where id = ${id}::uuid for update`;
  const report = await writableReport(tx, viewer, id);
  if (report.isShared) throw new AppError("conflict");
  return report;
}

function headColumns({ kind, title, startsOn, endsBefore, dueOn }: DraftHead) {
  return {
    ...{ kind, title },
    startsOn: toDbDate(startsOn),
    endsBefore: toDbDate(endsBefore),
    dueOn: toDbDate(dueOn),
  };
}

async function requirePeriod(
  tx: Transaction,
  viewer: Viewer,
  { projectId, period }: { projectId: string; period: { startsOn: string; endsBefore: string } },
): Promise<void> {
  const project = await runningProject(tx, projectId);
  const isWriter =
    project !== null &&
    can(viewer, "write", { projectId, authorityId: project.authorityId, isShared: false });
  if (!isWriter) throw new FieldError({ projectId: { key: "reports.errors.otherProject" } });
  if (haveNoDayInCommon([period], [project])) {
    const values = { from: project.startsOn, to: lastDayOf(project) };
    throw new FieldError({ startsOn: { key: "reports.errors.outsideProject", values } });
  }
}

async function requireLines(
  tx: Transaction,
  { projectId, comments }: { projectId: string; comments: ReportTextsInput["comments"] },
): Promise<void> {
  const ids = [...new Set(comments.map(({ lineId }) => lineId))];
  const [known] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from line_projects()
    where project_id = ${projectId}::uuid and line_id = any(${ids}::uuid[])`;
  if (known?.count !== ids.length) return notFound();
}
