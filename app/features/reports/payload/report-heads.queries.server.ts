import { projectOfCode } from "~/features/funding/projects/projects.queries.server";
import { runningProject } from "~/features/funding/projects/running-project.queries.server";
import { notFound } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { toDbDate, type IsoDate } from "~/terms/day";
import { periodSoFar } from "../rules/covered-period";
import type { ReportHead } from "../rules/report";
import { storedWords, textsIn, type StoredTexts, type StoredWords } from "./report-texts.server";

/** A report by its id; or a project's report on a day, see `currentReport`. */
export type WhichReport = { reportId: string } | { projectCode: string };

export type WrittenReport = { head: ReportHead; projectId: string; written: StoredTexts };

/**
 * What a report is, of which project, and what is written in it. Throws `not-found` where there is
 * none.
 */
export async function reportHeadOf(
  db: Db,
  { today, ...which }: WhichReport & { today: IsoDate },
): Promise<WrittenReport> {
  if ("projectCode" in which) return currentReport(db, { code: which.projectCode, today });
  return isId(which.reportId) ? storedReport(db, which.reportId) : notFound();
}

async function storedReport(db: Db, id: string): Promise<WrittenReport> {
  const [report] = await db.$queryRaw<(StoredHead & StoredWords)[]>`
    select id, project_id as "projectId", kind::text as kind, title,
      to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_before, 'YYYY-MM-DD') as "endsBefore", to_char(due_on, 'YYYY-MM-DD') as "dueOn",
      shared_at as "sharedAt", ${storedWords}
    from report where id = ${id}::uuid and discarded_at is null`;
  if (!report) return notFound();
  return { head: headOf(report), projectId: report.projectId, written: textsIn(report) };
}

/**
 * The project's report whose period has `today` in it, or else the one that ends last; of
 * several the one that began last. A project without a report gets an interim one that covers
 * all until today.
 */
async function currentReport(
  db: Db,
  { code, today }: { code: string; today: IsoDate },
): Promise<WrittenReport> {
  const projectId = await projectOfCode(db, code);
  if (projectId === null) return notFound();
  const reports = await db.report.findMany({
    where: { projectId, discardedAt: null },
    select: { id: true, startsOn: true, endsBefore: true },
    orderBy: [{ endsBefore: "desc" }, { startsOn: "desc" }, { id: "desc" }],
  });
  const day = toDbDate(today);
  const current = reports
    .filter(({ startsOn, endsBefore }) => startsOn <= day && day < endsBefore)
    .toSorted((a, b) => b.startsOn.getTime() - a.startsOn.getTime())
    .at(0);
  const report = current ?? reports.at(0);
  if (report) return storedReport(db, report.id);
  const project = (await runningProject(db, projectId)) ?? notFound();
  const period = periodSoFar(project, today);
  return { head: { ...unwritten, ...period }, projectId, written: nothingWritten };
}

const nothingWritten: StoredTexts = {
  texts: { activities: "", results: "", lessons: "" },
  comments: new Map(),
};

const unwritten = {
  ...{ id: null, kind: "interim" as const, title: null },
  ...{ dueOn: null, sharedOn: null, version: null },
};

type StoredHead = Pick<ReportHead, "kind" | "title" | "startsOn" | "endsBefore" | "dueOn"> & {
  id: string;
  projectId: string;
  sharedAt: Date | null;
};

function headOf({
  id,
  kind,
  title,
  startsOn,
  endsBefore,
  dueOn,
  sharedAt,
}: StoredHead): ReportHead {
  return {
    ...{ id, kind, title, startsOn, endsBefore, dueOn },
    sharedOn: sharedAt && todayInStockholm(sharedAt),
    version: null,
  };
}
