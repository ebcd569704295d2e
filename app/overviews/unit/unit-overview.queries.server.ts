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
import { countApprovals } from "~/features/training/records/training.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { countAwaitedAnswers } from "./awaited-answers.queries.server";
import { requirementsIn } from "./requirement-sets";

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
  /** The requirements that somebody works under: without any, `covered` says nothing. */
  measured: number;
  /** Of those. */
  covered: number;
  atRisk: number;
  late: number;
  /** Courses that wait for a manager, and learners' answers that are awaited; null then. */
  waiting: {
    courses: number;
    confirmations: number;
    /** The courses are those that the viewer decides on. */
    isQueue: boolean;
  } | null;
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
  const managed = viewer.managedUnitIds.includes(unit.id);
  const [requirements, [counts], staff, waiting, owed] = await Promise.all([
    requirementsOf(db, unitIds, shown),
    countPeople(db, unitIds, shown),
    staffOfDay(db, viewer, { unitIds, day: shown }),
    day ? null : countWaiting(db, viewer, { unitIds, isQueue: managed, today }),
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
    measured: requirementsIn("measured", requirements).length,
    covered: requirementsIn("covered", requirements).length,
    atRisk: requirementsIn("at-risk", requirements).length,
    late: requirementsIn("late", requirements).length,
    waiting,
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

type WaitingAsked = { unitIds: string[]; isQueue: boolean; today: IsoDate };

/** A manager is told of those courses that their queue holds, others of all. */
async function countWaiting(
  db: Db,
  viewer: Viewer,
  { unitIds, isQueue, today }: WaitingAsked,
): Promise<NonNullable<UnitOverview["waiting"]>> {
  const [courses, confirmations] = await Promise.all([
    isQueue ? countApprovals(db, viewer, unitIds) : countCourses(db, unitIds, today),
    countAwaitedAnswers(db, unitIds, today),
  ]);
  return { courses, confirmations, isQueue };
}

async function countCourses(db: Db, unitIds: string[], today: IsoDate): Promise<number> {
  const [counted] = await db.$queryRaw<{ courses: number }[]>`
    select count(*)::int as courses from courses_to_approve() where person_id in (
      select person_id from seen_through(${today}::date) where unit_id = any(${unitIds}::uuid[]))`;
  return counted?.courses ?? 0;
}
