import {
  listUnitsInReach,
  unitsBelow,
  type UnitOption,
} from "~/features/organisation/unit-tree.queries.server";
import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { confirmedLevels } from "./confirmed-levels.queries.server";

const pageSize = 50;

export type MatrixView = {
  units: UnitOption[];
  unit: UnitOption;
  competences: { id: string; code: string; name: string }[];
  people: { id: string; name: string; jobTitle: string }[];
  /** Confirmed levels by `personId competenceId`; no entry means level 0. */
  levels: Record<string, { level: Level; observed: boolean }>;
  /** Required levels by `personId competenceId`; no entry means not required. */
  required: Record<string, Level>;
  /** In the whole unit, not only on this page: people below the level that is required of them. */
  gaps: Record<string, number>;
  gapTotal: number;
  peopleCount: number;
  page: number;
  pageCount: number;
};

/**
 * People × required competences of a unit and all units below it, a page of people at a time.
 * Gaps are counted over the whole unit in the database.
 */
export async function showMatrix(
  db: Db,
  viewer: Viewer,
  { unitId, page, today }: { unitId: string | null; page: number; today: IsoDate },
): Promise<MatrixView> {
  const units = await listUnitsInReach(db, viewer);
  const unit = unitId ? units.find(({ id }) => id === unitId) : units[0];
  if (!unit) return notFound();
  const unitIds = await unitsBelow(db, unit.id);
  const [competences, [counted], people, required] = await Promise.all([
    gapsByCompetence(db, unitIds, today),
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from person
      where unit_id = any(${unitIds}::uuid[])
        and joined_on <= ${today}::date and (left_on is null or left_on > ${today}::date)`,
    peopleOnPage(db, { unitIds, page, today }),
    requiredLevels(db, unitIds),
  ]);
  const levels = await confirmedLevels(db, {
    who: { personIds: people.map(({ id }) => id) },
    competenceIds: competences.map(({ id }) => id),
    onDate: today,
  });
  const peopleCount = counted?.count ?? 0;
  return {
    units,
    unit,
    competences: competences.map(({ id, code, name }) => ({ id, code, name })),
    people: people.map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),
    levels: Object.fromEntries(
      levels.map(({ personId, competenceId, level, observed }) => [
        cellKey(personId, competenceId),
        { level, observed: observed >= level && level > 0 },
      ]),
    ),
    required: Object.fromEntries(
      people.flatMap(({ id, unitId: home }) =>
        required
          .filter((requirement) => requirement.unitId === home)
          .map(({ competenceId, level }) => [cellKey(id, competenceId), level]),
      ),
    ),
    gaps: Object.fromEntries(competences.map(({ id, gaps }) => [id, gaps])),
    gapTotal: competences.reduce((sum, { gaps }) => sum + gaps, 0),
    peopleCount,
    page,
    pageCount: Math.max(1, Math.ceil(peopleCount / pageSize)),
  };
}

/** The key of one cell of the matrix. */
function cellKey(personId: string, competenceId: string): string {
  return `${personId} ${competenceId}`;
}

type PersonOnPage = { id: string; unitId: string; name: string; jobTitle: string };

function peopleOnPage(
  db: Db,
  { unitIds, page, today }: { unitIds: string[]; page: number; today: IsoDate },
): Promise<PersonOnPage[]> {
  return db.$queryRaw<PersonOnPage[]>`
    select id, unit_id as "unitId", trim(given_name || ' ' || family_name) as name,
      job_title as "jobTitle"
    from person
    where unit_id = any(${unitIds}::uuid[])
      and joined_on <= ${today}::date and (left_on is null or left_on > ${today}::date)
    order by family_name, given_name, id
    limit ${pageSize} offset ${(page - 1) * pageSize}`;
}

/**
 * What is required in each of the units: a unit's own requirement and those of the units above
 * it, the highest level where several ask for the same competence.
 */
function requiredLevels(
  db: Db,
  unitIds: string[],
): Promise<{ unitId: string; competenceId: string; level: Level }[]> {
  return db.$queryRaw`
    with recursive above as (
      select id as unit_id, id as top, parent_id from unit where id = any(${unitIds}::uuid[])
      union all
      select above.unit_id, unit.id, unit.parent_id
      from above join unit on unit.id = above.parent_id
    )
    select above.unit_id as "unitId", requirement.competence_id as "competenceId",
      max(requirement.level)::int as level
    from above join requirement on requirement.unit_id = above.top
    group by above.unit_id, requirement.competence_id`;
}

function gapsByCompetence(
  db: Db,
  unitIds: string[],
  today: IsoDate,
): Promise<{ id: string; code: string; name: string; gaps: number }[]> {
  return db.$queryRaw`
    with recursive above as (
      select id as unit_id, id as top, parent_id from unit where id = any(${unitIds}::uuid[])
      union all
      select above.unit_id, unit.id, unit.parent_id
      from above join unit on unit.id = above.parent_id
    ),
    required as (
      select above.unit_id, requirement.competence_id, max(requirement.level) as level
      from above join requirement on requirement.unit_id = above.top
      group by above.unit_id, requirement.competence_id
    ),
    member as materialized (
      select id, unit_id from person
      where unit_id = any(${unitIds}::uuid[])
        and joined_on <= ${today}::date and (left_on is null or left_on > ${today}::date)
    ),
    reached as (
      select person_id, competence_id, max(level) as level
      from attestation
      where withdrawn_at is null and attested_on <= ${today}::date
        and person_id in (select id from member)
        and competence_id in (select competence_id from required)
      group by person_id, competence_id
    )
    select competence.id, competence.code, competence.name,
      count(member.id) filter (where coalesce(reached.level, 0) < required.level)::int as gaps
    from required
    join competence on competence.id = required.competence_id
    left join member on member.unit_id = required.unit_id
    left join reached
      on reached.person_id = member.id and reached.competence_id = required.competence_id
    group by competence.id
    order by competence.name, competence.id`;
}
