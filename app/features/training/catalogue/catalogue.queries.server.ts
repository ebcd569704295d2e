import type { Viewer } from "~/features/access/viewer";
import {
  listCompetences,
  type CompetenceOption,
} from "~/features/competence/catalogue/competences.queries.server";
import { authorityInCharge } from "~/features/organisation/in-charge.policy";
import { seenState } from "~/features/organisation/seen-state.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { Level } from "~/terms/level";
import { asLevel } from "../records/record-rows.server";

const pageSize = 25;

/** A course that people can choose when they log; what it gives is filled in for them. */
export type CatalogueRow = {
  id: string;
  title: string;
  provider: string;
  competenceName: string | null;
  minutes: number | null;
  givesLevel: Level | null;
};

const details = {
  id: true,
  title: true,
  provider: true,
  competenceId: true,
  minutes: true,
  givesLevel: true,
};

/** The authority's courses by title, a page at a time. */
export async function listCatalogue(db: Db, viewer: Viewer, page: number) {
  const where = { authorityId: catalogueOf(viewer) };
  const [count, courses] = await Promise.all([
    db.course.count({ where }),
    db.course.findMany({
      where,
      orderBy: [{ title: "asc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { ...details, competence: { select: { name: true } } },
    }),
  ]);
  return {
    count,
    page,
    pageCount: pageCountOf(count, pageSize),
    rows: courses.map(({ competence, competenceId: _id, ...course }): CatalogueRow => ({
      ...course,
      givesLevel: asLevel(course.givesLevel),
      competenceName: competence?.name ?? null,
    })),
  };
}

/** A course as it is stored; 404 for another authority's. */
export async function storedCourse(
  db: Db,
  { id, authorityId }: { id: string; authorityId: string },
) {
  const course = await db.course.findFirst({ where: { id, authorityId }, select: details });
  return course ?? notFound();
}

export type CatalogueFormView = { competences: CompetenceOption[]; submissionId: string };

export async function showNewCourse(db: Db, viewer: Viewer): Promise<CatalogueFormView> {
  catalogueOf(viewer);
  return { competences: await listCompetences(db, viewer), submissionId: crypto.randomUUID() };
}

/** A course as its form shows it. */
export async function showCourseDraft(db: Db, viewer: Viewer, id: string) {
  const [stored, view] = await Promise.all([
    storedCourse(db, { id, authorityId: catalogueOf(viewer) }),
    showNewCourse(db, viewer),
  ]);
  return { ...view, draft: { ...stored, seen: seenState(stored) } };
}
export type CatalogueDraft = Awaited<ReturnType<typeof showCourseDraft>>["draft"];

/** The authority whose courses the viewer sets up; `forbidden` for those who set up none. */
export function catalogueOf(viewer: Viewer): string {
  const authorityId = authorityInCharge(viewer);
  if (!authorityId) throw new AppError("forbidden");
  return authorityId;
}
