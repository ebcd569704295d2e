import type { Db } from "~/platform/db.server";
import type { Coverage } from "../rules/covered-period";
import type { ReportTraining } from "../rules/report";

/**
 * The courses of a project, until the end of `asOf` and in the period. A course counts from its
 * day, its cost from its day in the books, so that it is a part of the project's actual.
 */
export async function trainingFigures(
  db: Db,
  { projectId, coverage }: { projectId: string; coverage: Coverage },
): Promise<Omit<ReportTraining, "trainedPeople">> {
  const { startsOn, endsBefore } = coverage.counted;
  const [row] = await db.$queryRaw<StoredFigures[]>`
    with course as (
      select person_id, minutes, held_on as day from training_of(${projectId}::uuid)
      where held_on < ${endsBefore}::date
    ), split as (
      select *, day >= ${startsOn}::date as is_in_period from course
    ), booked as (
      select booked_on, amount_ore from course_costs(${projectId}::uuid)
      where booked_on < ${endsBefore}::date
    )
    select count(*) as courses, count(*) filter (where is_in_period) as "coursesNow",
      count(distinct person_id) as people,
      count(distinct person_id) filter (where is_in_period) as "peopleNow",
      coalesce(sum(minutes), 0)::bigint as minutes,
      coalesce(sum(minutes) filter (where is_in_period), 0)::bigint as "minutesNow",
      (select coalesce(sum(amount_ore), 0)::bigint from booked) as "costOre",
      (select coalesce(sum(amount_ore), 0)::bigint from booked
        where booked_on >= ${startsOn}::date) as "costOreNow"
    from split`;
  if (!row) throw new Error("A sum of nothing is a row as well");
  return {
    coursePeople: { thisPeriod: Number(row.peopleNow), accumulated: Number(row.people) },
    courses: { thisPeriod: Number(row.coursesNow), accumulated: Number(row.courses) },
    minutes: { thisPeriod: Number(row.minutesNow), accumulated: Number(row.minutes) },
    cost: { thisPeriodOre: Number(row.costOreNow), accumulatedOre: Number(row.costOre) },
  };
}

type StoredFigures = Record<
  | "courses"
  | "coursesNow"
  | "people"
  | "peopleNow"
  | "minutes"
  | "minutesNow"
  | "costOre"
  | "costOreNow",
  bigint
>;
