import {
  listUnitsInReach,
  unitsBelow,
  type UnitOption,
} from "~/features/organisation/unit-tree.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { inReachOf } from "~/features/organisation/in-charge.server";
import type { Viewer } from "~/features/access/viewer";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { basisOf } from "../rules/confirmed-level";
import { confirmedLevels } from "./confirmed-levels.queries.server";

const pageSize = 50;

export type MatrixView = {
  units: UnitOption[];
  unit: UnitOption;
  competences: { id: string; code: string; name: string }[];
  /** The past day that is shown; null for today. */
  day: IsoDate | null;
  today: IsoDate;
  people: { id: string; name: string; jobTitle: string }[];
  /** Confirmed levels by `personId competenceId`; no entry means level 0. */
  levels: Record<string, { level: Level; basis: ReturnType<typeof basisOf> }>;
  /** What is required of them, by `personId competenceId`; no entry means that nothing is. */
  required: Record<string, { isGap: boolean }>;
  /** In the whole unit, not only on this page: people below the level that is required of them. */
  gaps: Record<string, number>;
  gapTotal: number;
  /** Something is required of somebody: else no gap says nothing. */
  isMeasured: boolean;
  peopleCount: number;
  /** Of them: who have moved out of the viewer's sight since the day, and stand in no row. */
  movedAway: number;
  page: number;
  pageCount: number;
};

/**
 * People × required competences of a unit and all units below it, a page of people at a time.
 * Gaps are counted over the whole unit in the database. Of a past day, who worked there then.
 */
export async function showMatrix(
  db: Db,
  viewer: Viewer,
  { unitId, page, today, day: pastDay = null }: MatrixAsked,
): Promise<MatrixView> {
  const units = await listUnitsInReach(db, viewer);
  const unit = unitId ? units.find(({ id }) => id === unitId) : units[0];
  if (!unit) return notFound();
  const unitIds = await unitsBelow(db, unit.id);
  const day = pastDay ?? today;
  const [competences, [counted], people] = await Promise.all([
    gapsByCompetence(db, unitIds, day),
    db.$queryRaw<{ count: number; seen: number }[]>`
      select count(*)::int as count, count(*) filter (where ${inReachOf(viewer)})::int as seen
      from people() person where person.id in (
        select person_id from staff_on(${day}::date) where unit_id = any(${unitIds}::uuid[]))`,
    peopleOnPage(db, viewer, { unitIds, page, day }),
  ]);
  const personIds = people.map(({ id }) => id);
  const [names, levels, required] = await Promise.all([
    namesOf(db, personIds, today),
    confirmedLevels(db, {
      personIds,
      competenceIds: competences.map(({ id }) => id),
      onDate: day,
    }),
    requiredOnPage(db, { unitIds, personIds, day }),
  ]);
  const { count: peopleCount, seen } = counted ?? { count: 0, seen: 0 };
  return {
    units,
    unit,
    day: pastDay,
    today,
    competences: competences.map(({ id, code, name }) => ({ id, code, name })),
    people: people.map(({ id, jobTitle }) => ({
      ...{ id, jobTitle },
      name: nameWithNote(names.get(id)),
    })),
    levels: Object.fromEntries(
      levels.map(({ personId, competenceId, ...known }) => [
        cellKey(personId, competenceId),
        { level: known.level, basis: basisOf(known) },
      ]),
    ),
    required: Object.fromEntries(
      required.map(({ personId, competenceId, holds }) => [
        cellKey(personId, competenceId),
        { isGap: !holds },
      ]),
    ),
    gaps: Object.fromEntries(competences.map(({ id, gaps }) => [id, gaps])),
    gapTotal: competences.reduce((sum, { gaps }) => sum + gaps, 0),
    isMeasured: competences.some(({ people }) => people > 0),
    peopleCount,
    movedAway: peopleCount - seen,
    page,
    pageCount: pageCountOf(seen, pageSize),
  };
}

type MatrixAsked = {
  unitId: string | null;
  page: number;
  today: IsoDate;
  /** A past day; today where none is said. */
  day?: IsoDate | null;
};

/** The key of one cell of the matrix. */
function cellKey(personId: string, competenceId: string): string {
  return `${personId} ${competenceId}`;
}

type PersonOnPage = { id: string; jobTitle: string };

/** Of somebody with two places in the unit, the title of the larger. */
function peopleOnPage(
  db: Db,
  viewer: Viewer,
  { unitIds, page, day }: { unitIds: string[]; page: number; day: IsoDate },
): Promise<PersonOnPage[]> {
  return db.$queryRaw<PersonOnPage[]>`
    select person.id, staff.job_title as "jobTitle"
    from (
      select distinct on (person_id) person_id, job_title
      from staff_on(${day}::date)
      where unit_id = any(${unitIds}::uuid[])
      order by person_id, share desc, unit_id
    ) staff
    join people() person on person.id = staff.person_id
    where ${inReachOf(viewer)}
    order by person.family_name, person.given_name, person.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`;
}

/** What is required of the people of a page, of each in their own units, and whether they hold it. */
function requiredOnPage(
  db: Db,
  { unitIds, personIds, day }: { unitIds: string[]; personIds: string[]; day: IsoDate },
): Promise<{ personId: string; competenceId: string; holds: boolean }[]> {
  return db.$queryRaw`
    select person_id as "personId", competence_id as "competenceId", holds
    from standing_in(${unitIds}::uuid[], ${day}::date)
    where person_id = any(${personIds}::uuid[])`;
}

function gapsByCompetence(
  db: Db,
  unitIds: string[],
  day: IsoDate,
): Promise<{ id: string; code: string; name: string; people: number; gaps: number }[]> {
  return db.$queryRaw`
    select competence.id, competence.code, competence.name, coalesce(counted.people, 0) as people,
      coalesce(counted.people - counted.holders, 0) as gaps
    from (
      select distinct competence_id from required_of(${unitIds}::uuid[], ${day}::date)
    ) required
    join competence on competence.id = required.competence_id
    left join standing_counts_in(${unitIds}::uuid[], ${day}::date) counted
      on counted.competence_id = competence.id
    order by competence.name, competence.id`;
}
