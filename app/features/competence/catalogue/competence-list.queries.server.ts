import type { Viewer } from "~/features/access/viewer";
import { authorityInCharge } from "~/features/organisation/in-charge.policy";
import { seenState } from "~/features/organisation/seen-state.server";
import { AppError } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
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

/**
 * The authority's competences by name, a page at a time, with what each consists of and where it is
 * required today.
 */
export async function listCompetenceRows(
  db: Db,
  viewer: Viewer,
  { page, today }: { page: number; today: IsoDate },
) {
  const authorityId = authorityOf(viewer);
  const [count, rows] = await Promise.all([
    db.competence.count({ where: { authorityId } }),
    db.$queryRaw<StoredRow[]>`
      select competence.id, competence.code, competence.name,
        (select count(*)::int from core_elements_on(competence.id, ${today}::date))
          as "elementCount",
        coalesce((
          select json_agg(json_build_object('unitId', unit.id, 'unitName', unit.name,
            'level', required.level) order by unit.name, unit.id)
          from requirements_on(${today}::date) required
            join units() unit on unit.id = required.unit_id
          where required.competence_id = competence.id
        ), '[]') as units
      from competence
      where competence.authority_id = ${authorityId}::uuid
      order by competence.name, competence.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
  ]);
  return {
    count,
    page,
    pageCount: pageCountOf(count, pageSize),
    rows: rows.map(({ units, ...competence }): CompetenceRow => ({
      ...competence,
      requiredIn: units.slice(0, mostUnits),
      moreUnits: Math.max(0, units.length - mostUnits),
    })),
  };
}

type StoredRow = Pick<CompetenceRow, "id" | "code" | "name" | "elementCount"> & {
  units: CompetenceRow["requiredIn"];
};

export type CompetenceDraft = {
  id: string;
  name: string;
  code: string;
  description: string;
  /** One a line. */
  elements: string;
  /** From which day changes of the elements count, unless another is typed. */
  today: IsoDate;
  seen: string;
};

/** A competence as its form shows it; 404 for another authority's. */
export async function showCompetenceDraft(
  db: Db,
  viewer: Viewer,
  { id, today }: { id: string; today: IsoDate },
) {
  const stored = await storedCompetence(db, { id, authorityId: authorityOf(viewer), today });
  const draft: CompetenceDraft = {
    id: stored.id,
    name: stored.name,
    code: stored.code,
    description: stored.description,
    elements: stored.coreElements.map(({ name }) => name).join("\n"),
    today,
    seen: seenState(stored),
  };
  return { draft, submissionId: crypto.randomUUID() };
}

function authorityOf(viewer: Viewer): string {
  const authorityId = authorityInCharge(viewer);
  if (!authorityId) throw new AppError("forbidden");
  return authorityId;
}
