import { hoursDays } from "~/features/cascade/rules/hours-days";
import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import { competenceKeys } from "../competence/random-facts";
import type { ProjectKey } from "./page-facts";
import { bookedOn, otherCost, partnersHours, type World } from "./page-world";
import { heldOf } from "./told-of-methods";

// What follows from the facts of projects' money.

/** The lines that stand, in the order of the budget. */
export const standingLines = ["granted", "cash", "hours"] as const;
type StandingLine = (typeof standingLines)[number];

/** What the courses of a project have cost by its books. */
export function costsOf({ courses }: World["facts"], key: ProjectKey) {
  return courses.filter(
    ({ project, line, status, costWithdrawn }) =>
      project === key && line && status === "approved" && !costWithdrawn,
  );
}

export function spentBy({ facts }: World, key: ProjectKey, today: IsoDate): number {
  const other = otherCost.day <= today ? Number(otherCost.ore) : 0;
  return costsOf(facts, key)
    .filter((course) => bookedOn(course) <= today)
    .reduce((sum, { costOre }) => sum + costOre, other);
}

/** The courses that wait and that a project's lines have promised to pay. */
export function promisedBy({ courses }: World["facts"], key: ProjectKey) {
  return courses.flatMap((course) => {
    const line = standingLines.find((each) => each === course.line);
    return course.project === key && line && course.status === "submitted"
      ? [{ ...course, line }]
      : [];
  });
}

/** The standing own hours of a project's hand-overs, with the day from which each counts. */
export function hoursIn(world: World, key: ProjectKey) {
  return competenceKeys.flatMap((competence) =>
    heldOf(world, competence)
      .filter(({ project }) => project === key)
      .flatMap(({ id, heldOn, minutes, trainers, learners }) => {
        const agreed = trainers.map((person) => ({ person, agreed: heldOn }));
        const days = hoursDays({ trainers: agreed, learners });
        return days.map((hours) => ({ ...hours, id, heldOn, minutes }));
      }),
  );
}

/** A project's own hours: its partner's, and those of its hand-overs. */
export function ownHoursOf(world: World, key: ProjectKey) {
  const { workedOn: heldOn, minutes } = partnersHours;
  const partners = { heldOn, minutes, countsOn: world.facts.plans.answeredOn };
  return [partners, ...hoursIn(world, key)];
}

/** What a line may spend by what was decided, less what is booked until then and what is promised. */
export function availableOn(
  world: World,
  { key, line, day }: { key: ProjectKey; line: StandingLine; day: IsoDate },
): number {
  const isOn = (each: { line: string | null }) => each.line === line;
  const planned = world.facts.plans.budgets.filter((row) => !row.withdrawn && covers(row, day));
  const spent = costsOf(world.facts, key).filter((course) => bookedOn(course) <= day);
  const worked = ownHoursOf(world, key).filter(({ countsOn }) => countsOn && countsOn <= day);
  return (
    sumOf(planned.filter(isOn), ({ amountOre }) => amountOre) -
    sumOf(spent.filter(isOn), ({ costOre }) => costOre) -
    sumOf(promisedBy(world.facts, key).filter(isOn), ({ costOre }) => costOre) -
    (line === "hours" ? sumOf(worked, ({ minutes }) => minutes) : 0)
  );
}

function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
