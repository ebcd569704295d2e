import { expect } from "vitest";
import type { Database } from "~/platform/db.server";
import { dayBefore } from "~/terms/day";
import { competenceKeys, dayOf, personKeys } from "../competence/random-facts";
import { coursesOf } from "./holds-project";
import { projectKeys, type ProjectKey } from "./page-facts";
import { bookedOn, otherCost, paperDays, partnersHours, type World } from "./page-world";
import { heldOf } from "./told-of-methods";
import { costsOf, hoursIn, ownHoursOf } from "./told-of-money";

const days = [...Array(12).keys()].map((number) => dayOf(number - 1));

type Told = (string | null)[];

/** What is dated in a project, which of its reports overlap, and what may be one with another. */
export async function holdsDated(db: Database, world: World): Promise<void> {
  for (const key of projectKeys) await holdsProject(db, world, key);
  await holdsLikeness(db, world);
}

const isText = (rows: { key: string }[], told: Told[]) =>
  expect(rows.map(({ key }) => key).sort()).toEqual(told.map((row) => row.join(" ")).sort());

async function holdsProject(db: Database, world: World, key: ProjectKey): Promise<void> {
  const { plans, courses, groups, reports } = world.facts;
  const id = world.projects[key];
  const rows = await db.$queryRaw<{ key: string }[]>`
    select concat_ws(' ', kind, first_on, last_on) as key from dated_money(${id}::uuid)
    union all
    select concat_ws(' ', 'entry', day, happened_on, minutes, amount_ore)
    from entries_of(${id}::uuid) where kind = 'own-hours'
    union all select concat_ws(' ', kind, day) from dated_courses(${id}::uuid)
    union all select concat_ws(' ', kind, day) from dated_cascade(${id}::uuid)
    union all select concat_ws(' ', kind, day) from dated_outcomes(${id}::uuid)
    union all
    select concat_ws(' ', report.id, other.id)
    from reported_periods(${id}::uuid) one
    join standing_reports() report on report.id = one.report_id
    left join lateral overlapping_reports(report.id) other on true`;
  const inForce = (row: { endsBefore: string | null; withdrawn: boolean }) =>
    row.endsBefore === null && !row.withdrawn;
  const waiting = courses.filter(
    ({ project, kind, status }) =>
      project === key && kind === "course" && (status === "submitted" || status === "returned"),
  );
  const stand = reports.filter(({ project, state }) => project === key && state !== "gone");
  isText(rows, [
    ...[otherCost.day, ...costsOf(world.facts, key).map(bookedOn)].map((on) => ["cost", on, on]),
    ...[partnersHours.workedOn, ...hoursIn(world, key).map(({ heldOn }) => heldOn)].map((on) => [
      ...["own-hours", on, on],
    ]),
    ...ownHoursOf(world, key).flatMap(({ countsOn, heldOn, minutes }) => {
      const worth = [heldOn, String(minutes), String(minutes)];
      return countsOn === null ? [] : [["entry", countsOn, ...worth]];
    }),
    ["phase", "2013-05-01", "2013-05-01"],
    ...plans.budgets
      .filter(inForce)
      .map(({ days: of }) => ["budget", of.startsOn, dayBefore(of.endsBefore)]),
    ...coursesOf(world, key, "2199-12-31").map(({ heldOn }) => ["course", heldOn]),
    ...waiting.map(({ heldOn }) => ["waiting-course", heldOn]),
    ...competenceKeys
      .flatMap((competence) => heldOf(world, competence))
      .filter(({ project }) => project === key)
      .map(({ heldOn }) => ["hand-over", heldOn]),
    ...groups.filter(({ project }) => project === key).map((group) => ["group", group.frozenOn]),
    ...plans.targets.filter(inForce).map(({ dueOn }) => ["target", dueOn]),
    ...plans.measurements
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ measuredOn }) => ["measurement", measuredOn]),
    ["start", paperDays.indicator],
    ...stand.flatMap((one) => {
      const others = stand.filter(
        (other) =>
          other.id !== one.id && other.startsOn < one.endsBefore && one.startsOn < other.endsBefore,
      );
      return others.length === 0 ? [[one.id]] : others.map((other) => [one.id, other.id]);
    }),
  ]);
}

/** The courses and the hand-overs that another of a person and a day may be one with. */
async function holdsLikeness(db: Database, { facts, people, competences }: World): Promise<void> {
  const titles = [...facts.courses, ...facts.handOvers].map(({ id }) => id.toUpperCase());
  const everybody = Object.values(people);
  const rows = await db.$queryRaw<{ key: string }[]>`
    select concat_ws(' ', found.kind, person, day, found.id) as key
    from unnest(${everybody}::uuid[]) person
    cross join unnest(${days}::date[]) day cross join unnest(${titles}::text[]) title
    cross join lateral (
      select 'like' as kind, record_id as id from courses_like(person, day, null, title)
      union all select 'back', record_id from taken_back_like(person, day, null, title)
    ) found
    union all
    select concat_ws(' ', competence, person, day, found.hand_over_id)
    from unnest(${everybody}::uuid[]) person cross join unnest(${days}::date[]) day
    cross join unnest(${Object.values(competences)}::uuid[]) competence
    cross join lateral occasions_like(competence, day, array[person]) found`;
  const stands = ({ status }: { status: string }) =>
    status !== "withdrawn" && status !== "declined";
  const courses = facts.courses.flatMap(({ id, person, heldOn, replaced, ...course }) => {
    const told = [people[person], heldOn, id];
    if (stands(course)) return [["like", ...told]];
    return course.status === "withdrawn" && !replaced ? [["back", ...told]] : [];
  });
  const occasions = facts.handOvers.flatMap(({ id, competence, heldOn, learners, withdrawn }) =>
    personKeys
      .filter((person) =>
        learners.some((each) => each.person === person && each.answer !== "no" && !withdrawn),
      )
      .map((person) => [competences[competence], people[person], heldOn, id]),
  );
  isText(rows, [...courses, ...occasions]);
}
