import type { Viewer } from "~/features/access/viewer";
import { authorityInCharge } from "~/features/organisation/in-charge.policy";
import { seenState } from "~/features/organisation/seen-state.server";
import { AppError } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { storedCompetence } from "./stored-competence.server";

const pageSize = 25;
/** So many units are named with each competence; the rest are counted. */
const mostUnits = 4;

export type CompetenceRow = {
  id: string;
  code: string;
  name: string;
  elementCount: number;
  /** Where it is required, by name of unit. */
  requiredIn: { unitId: string; unitName: string; level: number }[];
  /** Units that require it besides those. */
  moreUnits: number;
};

/** The authority's competences by name, a page at a time, with where each is required. */
export async function listCompetenceRows(db: Db, viewer: Viewer, page: number) {
  const authorityId = authorityOf(viewer);
  const where = { authorityId };
  const [count, competences] = await Promise.all([
    db.competence.count({ where }),
    db.competence.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        code: true,
        name: true,
        requirements: {
          orderBy: { unit: { name: "asc" } },
          take: mostUnits,
          select: { level: true, unit: { select: { id: true, name: true } } },
        },
        _count: { select: { coreElements: true, requirements: true } },
      },
    }),
  ]);
  return {
    count,
    page,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
    rows: competences.map(({ requirements, _count, ...competence }): CompetenceRow => ({
      ...competence,
      elementCount: _count.coreElements,
      requiredIn: requirements.map(({ level, unit }) => ({
        unitId: unit.id,
        unitName: unit.name,
        level,
      })),
      moreUnits: _count.requirements - requirements.length,
    })),
  };
}

export type CompetenceDraft = {
  id: string;
  name: string;
  code: string;
  description: string;
  /** One a line. */
  elements: string;
  seen: string;
};

/** A competence as its form shows it; 404 for another authority's. */
export async function showCompetenceDraft(db: Db, viewer: Viewer, id: string) {
  const stored = await storedCompetence(db, { id, authorityId: authorityOf(viewer) });
  const draft: CompetenceDraft = {
    id: stored.id,
    name: stored.name,
    code: stored.code,
    description: stored.description,
    elements: stored.coreElements.map(({ name }) => name).join("\n"),
    seen: seenState(stored),
  };
  return { draft, submissionId: crypto.randomUUID() };
}

function authorityOf(viewer: Viewer): string {
  const authorityId = authorityInCharge(viewer);
  if (!authorityId) throw new AppError("forbidden");
  return authorityId;
}
