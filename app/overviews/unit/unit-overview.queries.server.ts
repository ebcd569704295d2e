import { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/features/access/viewer";
import { listOwed, type Owed } from "~/features/cascade/plans/owed.queries.server";
import type { Coverage } from "~/features/competence/rules/coverage";
import {
  isAtRisk,
  isLateOn,
  progressOf,
  type Minimum,
  type RequirementProgress,
} from "~/features/competence/rules/requirement-state";
import { staffOfDay, type StaffOfDay } from "~/features/organisation/staff.queries.server";
import {
  listUnitsInReach,
  unitsBelow,
  type UnitOption,
} from "~/features/organisation/unit-tree.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";

/** One requirement of a unit, and how the unit stands to it on the day. */
export type RequirementView = Coverage &
  Minimum & {
    id: string;
    competence: { code: string; name: string };
    /** What it was written for: the shown unit, one below it, or one above. */
    unit: { id: string; name: string };
    isFromAbove: boolean;
    level: Level;
    dueOn: IsoDate | null;
    progress: RequirementProgress;
    /** Never of one from above: there its minimum is watched, over all its people. */
    atRisk: boolean;
    /** The day has passed and somebody still is below the level. */
    isLate: boolean;
  };

export type UnitOverview = {
  units: UnitOption[];
  unit: UnitOption;
  /** The past day that is shown; null for today. */
  day: IsoDate | null;
  today: IsoDate;
  peopleCount: number;
  staff: StaffOfDay;
  requirements: RequirementView[];
  /** Somebody works in the unit and something is required of them: else `covered` says nothing. */
  isMeasured: boolean;
  covered: number;
  atRisk: number;
  late: number;
  /** Courses that wait for a manager, and hand-overs that wait for their learners; null then. */
  waiting: { courses: number; confirmations: number } | null;
  /** What the unit's people planned to hand on and have not yet, the earliest day first. */
  owed: Owed[];
};

/** How a unit, with all units below it, stands to what is required of it, or stood on a past day. */
export async function showUnit(
  db: Db,
  viewer: Viewer,
  { unitId, today, day = null }: { unitId: string; today: IsoDate; day?: IsoDate | null },
): Promise<UnitOverview> {
  const units = await listUnitsInReach(db, viewer);
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) return notFound();
  const unitIds = await unitsBelow(db, unit.id);
  const shown = day ?? today;
  const [requirements, [counts], staff, [waiting], owed] = await Promise.all([
    requirementsOf(db, unitIds, shown),
    countPeople(db, unitIds, shown),
    staffOfDay(db, viewer, { unitIds, day: shown }),
    day ? [] : countWaiting(db, unitIds, today),
    day ? [] : listOwed(db, { unitIds }, today),
  ]);
  return {
    units,
    unit,
    day,
    today,
    staff,
    peopleCount: counts?.people ?? 0,
    requirements,
    isMeasured: requirements.some(({ people }) => people > 0),
    covered: requirements.filter(({ progress }) => progress === "covered").length,
    atRisk: requirements.filter(({ atRisk }) => atRisk).length,
    late: requirements.filter(({ isLate }) => isLate).length,
    waiting: waiting ?? null,
    owed,
  };
}

type RequirementRow = Omit<
  RequirementView,
  "competence" | "unit" | "progress" | "atRisk" | "isLate"
> & { code: string; name: string; unitId: string; unitName: string };

/**
 * Every requirement of these units and of the units above them, each measured on those people of
 * these units whom it holds for: who work there on the day.
 */
async function requirementsOf(db: Db, unitIds: string[], day: IsoDate): Promise<RequirementView[]> {
  const rows = await db.$queryRaw<RequirementRow[]>`
    select covered.requirement_id as id, competence.code, competence.name, unit.id as "unitId",
      unit.name as "unitName", unit.id <> all(${unitIds}::uuid[]) as "isFromAbove",
      covered.level, covered.people, covered.holders, covered.observed, covered.carriers,
      covered.min_holders as "minHolders", covered.min_carriers as "minCarriers",
      to_char(covered.due_on, 'YYYY-MM-DD') as "dueOn"
    from coverage_in(${unitIds}::uuid[], ${day}::date) covered
    join competences() competence on competence.id = covered.competence_id
    join units() unit on unit.id = covered.over_id
    order by competence.name, unit.name, covered.requirement_id`;
  return rows.map(({ code, name, unitId, unitName, ...row }) => ({
    ...row,
    competence: { code, name },
    unit: { id: unitId, name: unitName },
    progress: progressOf(row),
    atRisk: !row.isFromAbove && isAtRisk(row, row),
    isLate: isLateOn(day, row),
  }));
}

function countPeople(db: Db, unitIds: string[], day: IsoDate) {
  return db.$queryRaw<{ people: number }[]>`
    select count(distinct person_id)::int as people from staff_on(${day}::date)
    where unit_id = any(${unitIds}::uuid[])`;
}

function countWaiting(db: Db, unitIds: string[], today: IsoDate) {
  const seen = Prisma.sql`
    select person_id from seen_through(${today}::date) where unit_id = any(${unitIds}::uuid[])`;
  return db.$queryRaw<{ courses: number; confirmations: number }[]>`
    select
      (select count(*)::int from courses_to_approve() where person_id in (${seen})) as courses,
      (select count(*)::int from awaited_answers() where person_id in (${seen})) as confirmations`;
}
