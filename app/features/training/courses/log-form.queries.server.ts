import type { Viewer } from "~/features/access/viewer";
import {
  listCompetences,
  type CompetenceOption,
} from "~/features/competence/catalogue/competences.queries.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { only } from "~/platform/only";
import { toIsoDate, type IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { fundableLines, type FundableLine } from "./fundable-lines.queries.server";
import { asLevel } from "../records/record-rows.server";

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
  lines: FundableLine[];
  today: IsoDate;
  submissionId: string;
};

/** So many titles to choose among; others can be typed in full, and are known by their title. */
const mostCourses = 500;

/** What the form for logging a course offers. `forbidden` for those who are not staff. */
export async function showLogForm(db: Db, viewer: Viewer, today: IsoDate): Promise<LogFormView> {
  return formWith(db, viewer, { heldLine: null, today });
}

/** The form's choices, with the line that the course holds already. */
async function formWith(
  db: Db,
  viewer: Viewer,
  { heldLine, today }: { heldLine: string | null; today: IsoDate },
): Promise<LogFormView> {
  const { authorityId, personId, unitId } = viewer;
  if (!authorityId || !personId || !unitId) throw new AppError("forbidden");
  const [courses, competences, lines] = await Promise.all([
    db.course.findMany({
      where: { authorityId },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: mostCourses,
      select: { title: true, competenceId: true, minutes: true, givesLevel: true },
    }),
    listCompetences(db, viewer),
    fundableLines(db, { which: { aroundUnit: unitId, held: heldLine }, today }),
  ]);
  return {
    courses: courses.map((course) => ({ ...course, givesLevel: asLevel(course.givesLevel) })),
    competences,
    lines,
    today,
    submissionId: crypto.randomUUID(),
  };
}

/** A course as its form shows it again. */
export type CourseDraft = {
  id: string;
  title: string;
  competenceId: string | null;
  heldOn: IsoDate;
  minutes: number;
  learned: string;
  claimedLevel: Level | null;
  costOre: number | null;
  budgetLineId: string | null;
  evidenceLink: string | null;
  evidenceFileName: string | null;
  /** Why it came back, and from whom. */
  word: string;
  byName: string;
};

/**
 * The form with a course that was returned to the viewer, its line also where that wouldn't be
 * offered anew; 404 for any other course.
 */
export async function showMendForm(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
): Promise<LogFormView & { draft: CourseDraft }> {
  const record = await db.trainingRecord.findFirst({
    where: { id, personId: only(viewer.personId), kind: "course", status: "returned" },
    include: {
      evidenceFile: { select: { name: true } },
      decisions: { orderBy: { decidedAt: "desc" }, take: 1 },
    },
  });
  if (!record) return notFound();
  return {
    ...(await formWith(db, viewer, { heldLine: record.budgetLineId, today })),
    draft: {
      id: record.id,
      title: record.title,
      competenceId: record.competenceId,
      heldOn: toIsoDate(record.heldOn),
      minutes: record.minutes,
      learned: record.learned,
      claimedLevel: asLevel(record.claimedLevel),
      costOre: record.costOre === null ? null : Number(record.costOre),
      budgetLineId: record.budgetLineId,
      evidenceLink: record.evidenceLink,
      evidenceFileName: record.evidenceFile?.name ?? null,
      word: record.decisions[0]?.word ?? "",
      byName: record.decisions[0]?.decidedByName ?? "",
    },
  };
}
