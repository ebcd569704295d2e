import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import {
  listCompetences,
  type CompetenceOption,
} from "~/features/competence/catalogue/competences.queries.server";
import {
  fundableLines,
  type FundableLine,
} from "~/features/funding/budget/fundable-lines.queries.server";
import {
  projectsNear,
  type ProjectNear,
} from "~/features/funding/projects/projects-around.queries.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { only } from "~/platform/only";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { asLevel } from "../records/record-rows.server";
import { againOf } from "./same-courses.server";

/** A course of the catalogue, with what choosing it fills in. */
export type CourseOption = {
  title: string;
  competenceId: string | null;
  minutes: number | null;
  givesLevel: Level | null;
};

export type LogFormView = {
  courses: CourseOption[];
  competences: CompetenceOption[];
  /** Those that may pay for a course of `day`. */
  lines: FundableLine[];
  /** Those that a course may have been taken for. */
  projects: ProjectNear[];
  /** The course's day, as far as it is known: today for a new one. */
  day: IsoDate;
  /** The last day of which a line is left out because its grant is closed; null where none is. */
  closedOn: IsoDate | null;
  today: IsoDate;
  submissionId: string;
};

/** So many titles to choose among; others can be typed in full, and are known by their title. */
const mostCourses = 500;

type Asked = { day: IsoDate | null; today: IsoDate };

/** What the form for logging a course of a day offers. `forbidden` for those who are not staff. */
export async function showLogForm(db: Db, viewer: Viewer, asked: Asked): Promise<LogFormView> {
  return formWith(db, viewer, { ...asked, heldLine: null, heldProject: null });
}

type Held = { heldLine: string | null; heldProject: string | null };

/** The form's choices, with the line and the project that the course holds already. */
async function formWith(
  db: Db,
  viewer: Viewer,
  { day: asked, heldLine, heldProject, today }: Asked & Held,
): Promise<LogFormView> {
  const { authorityId, personId, unitId } = viewer;
  if (!authorityId || !personId || !unitId) throw new AppError("forbidden");
  const day = asked ?? today;
  const [courses, competences, lines, projects] = await Promise.all([
    db.course.findMany({
      where: { authorityId },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: mostCourses,
      select: { title: true, competenceId: true, minutes: true, givesLevel: true },
    }),
    listCompetences(db, viewer),
    fundableLines(db, { which: { near: personId, held: heldLine }, day, today }),
    projectsNear(db, { personId, held: heldProject, today }),
  ]);
  return {
    courses: courses.map((course) => ({ ...course, givesLevel: asLevel(course.givesLevel) })),
    competences,
    lines: lines.filter(({ id, closedOn }) => id === heldLine || !isClosed(closedOn, day)),
    projects,
    day,
    closedOn: lines
      .flatMap(({ closedOn }) => (isClosed(closedOn, day) ? [closedOn ?? ""] : []))
      .reduce<IsoDate | null>((last, each) => (last === null || each > last ? each : last), null),
    today,
    submissionId: crypto.randomUUID(),
  };
}

function isClosed(closedOn: IsoDate | null, day: IsoDate): boolean {
  return closedOn !== null && closedOn < day;
}

/** A course as its form shows it again. */
export type CourseDraft = {
  /** Of a course that was taken back and is logged anew: what the new one replaces. */
  replaces: string | null;
  title: string;
  competenceId: string | null;
  heldOn: IsoDate;
  minutes: number;
  learned: string;
  claimedLevel: Level | null;
  costOre: number | null;
  budgetLineId: string | null;
  projectId: string | null;
  evidenceLink: string | null;
  evidenceFileName: string | null;
  /** Why it came back, or was taken back, and from whom. */
  last: { word: string; byName: string } | null;
};

export type FilledForm = LogFormView & { draft: CourseDraft };

/**
 * The form with a course that was returned to the viewer, its line also where that wouldn't be
 * offered anew; 404 for any other course.
 */
export async function showMendForm(
  db: Db,
  viewer: Viewer,
  { id, day, today }: Asked & { id: string },
): Promise<FilledForm> {
  const where = {
    id,
    personId: only(viewer.personId),
    kind: "course",
    status: "returned",
  } as const;
  return filledForm(db, viewer, { where, day, today });
}

/**
 * The form for logging a course anew that was taken back, with what it held; 404 for any other, and
 * for one that has been logged anew.
 */
export async function showAgainForm(
  db: Db,
  viewer: Viewer,
  { id, day, today }: Asked & { id: string },
): Promise<FilledForm> {
  return filledForm(db, viewer, { where: { ...againOf(viewer.personId), id }, day, today });
}

async function filledForm(
  db: Db,
  viewer: Viewer,
  { where, day, today }: Asked & { where: Prisma.TrainingRecordWhereInput },
): Promise<FilledForm> {
  const record = await db.trainingRecord.findFirst({
    where,
    include: {
      evidenceFile: { select: { name: true } },
      decisions: { orderBy: { decidedAt: "desc" }, take: 1 },
    },
  });
  if (!record) return notFound();
  const asked = { day: day ?? toIsoDate(record.heldOn), today };
  const [last] = record.decisions;
  return {
    ...(await formWith(db, viewer, {
      ...asked,
      heldLine: record.budgetLineId,
      heldProject: record.projectId,
    })),
    draft: {
      replaces: record.status === "withdrawn" ? record.id : null,
      title: record.title,
      competenceId: record.competenceId,
      heldOn: toIsoDate(record.heldOn),
      minutes: record.minutes,
      learned: record.learned,
      claimedLevel: asLevel(record.claimedLevel),
      costOre: record.costOre === null ? null : Number(record.costOre),
      budgetLineId: record.budgetLineId,
      projectId: record.projectId,
      evidenceLink: record.evidenceLink,
      evidenceFileName: record.evidenceFile?.name ?? null,
      last: last ? { word: last.word, byName: last.decidedByName } : null,
    },
  };
}
