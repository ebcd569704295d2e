import { randomUUID } from "node:crypto";
import { addDays, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import {
  competenceKeys,
  dayOf,
  personKeys,
  unitKeys,
  type CompetenceKey,
  type PersonKey,
  type UnitKey,
} from "../competence/random-facts";
import {
  lineKeys,
  projectKeys,
  type CourseFact,
  type HandOverFact,
  type PageFacts,
  type ProjectKey,
} from "./page-facts";

/** Of vouchers and of hours: each has taken the place of the one before it. */
export const voucherKeys = ["first", "second", "last"] as const;

/** Facts as they are stored: each with its id. */
export type World = ReturnType<typeof named> & { authorityId: string };

const idsFor = <Key extends string>(keys: readonly Key[]) =>
  // fromEntries forgets the keys that it was given.
  Object.fromEntries(keys.map((key) => [key, randomUUID()])) as Record<Key, string>;

/** Facts with ids for everything that they name. */
export function named(facts: PageFacts) {
  const withId = <Fact extends object>(all: readonly Fact[]) =>
    all.map((fact) => ({ ...fact, id: randomUUID() }));
  return {
    units: idsFor(unitKeys),
    people: idsFor(personKeys),
    competences: idsFor(competenceKeys),
    projects: idsFor(projectKeys),
    grants: idsFor(projectKeys),
    lines: { near: idsFor(lineKeys), far: idsFor(lineKeys) },
    indicators: idsFor(projectKeys),
    partners: idsFor(projectKeys),
    hours: { near: idsFor(voucherKeys), far: idsFor(voucherKeys) },
    vouchers: { near: idsFor(voucherKeys), far: idsFor(voucherKeys) },
    accounts: idsFor(["administrator", "manager", "employee", "project_manager", "funder"]),
    facts: {
      ...facts,
      placements: withId(facts.placements),
      requirements: withId(facts.requirements),
      attestations: withId(facts.attestations),
      elements: withId(facts.elements),
      handOvers: withId(facts.handOvers),
      courses: withId(facts.courses),
      reports: withId(facts.reports),
      rates: withId(facts.rates),
    },
  };
}

export const codeOf = (world: Pick<World, "competences">, key: CompetenceKey) =>
  `${key}-${world.competences[key]}`;
export const projectCode = (world: Pick<World, "projects">, key: ProjectKey) =>
  `${key}-${world.projects[key]}`;
/** In another order than the family names, so that a list by the one isn't a list by the other. */
export const givenNameOf = (key: PersonKey) =>
  ({ ann: "Kimd", bo: "Kimc", cia: "Kimb", dan: "Kima" })[key];
export const nameOf = (key: PersonKey) => `${givenNameOf(key)} ${key}`;
/** By the family name, as lists of people are. */
export const familyFirst = (name: string) => name.split(" ").toReversed().join(" ");

export const shareIn = (unit: UnitKey) => ({ top: 50, left: 49, right: 48, leaf: 47 })[unit];

/** Of each project, of no course and on no line: what stands of its vouchers. */
export const otherCost = { day: dayOf(3), ore: 5_000n };

/** The day of a course's cost in the books. */
export function bookedOn({ heldOn, bookedAfter }: CourseFact): IsoDate {
  return addDays(heldOn, bookedAfter);
}

/** Of each project, entered twice anew. */
export const partnersHours = { workedOn: dayOf(4), minutes: 75 };

/** The days of what stands beside both projects' books. */
export const paperDays = {
  ...{ decision: dayOf(2), appendix: dayOf(3), appliedOn: dayOf(1), grantedOn: dayOf(5) },
  indicator: dayOf(6),
};

/** What an hour is worth, on every day that has a rate. */
export const hourOre = 100n;

/** The own hours of a project's hand-overs: those that stand, and some that were taken back. */
export function hoursOf({ facts }: Pick<World, "facts">) {
  return facts.handOvers.flatMap((handOver) => {
    const { project, trainers, learners, withdrawn, minutes } = handOver;
    if (project === null) return [];
    const took = learners.filter(({ answer }) => answer !== "no").map(({ person }) => person);
    const hours = (person: PersonKey) => ({ project, handOver, person, minutes });
    return [
      ...[...trainers, ...took].map((one) => ({ ...hours(one), isTakenBack: withdrawn })),
      // As they were before they were changed.
      ...trainers.map((one) => ({ ...hours(one), minutes: 45, isTakenBack: true })),
    ];
  });
}

/** What told first of an occasion that hand-overs have corrected, each the one before it. */
export function firstHandOver({ facts: { handOvers } }: World, id: string): string {
  let index = handOvers.findIndex((each) => each.id === id);
  while (index > 0 && handOvers[index]?.corrects) index -= 1;
  return handOvers[index]?.id ?? id;
}

/** What a course was first, which others have taken the place of, each the one after it. */
export function firstCourse({ facts: { courses } }: World, id: string): string {
  let index = courses.findIndex((each) => each.id === id);
  while (index > 0 && courses[index - 1]?.replaced) index -= 1;
  return courses[index]?.id ?? id;
}

/** The elements that a hand-over delivered: some of those that the method had on its day. */
export function deliveredIn(
  { facts }: World,
  handOver: Pick<HandOverFact, "competence" | "heldOn" | "delivered">,
): string[] {
  return facts.elements
    .filter(
      ({ competence, withdrawn, ...days }) =>
        competence === handOver.competence && !withdrawn && covers(days, handOver.heldOn),
    )
    .slice(0, handOver.delivered)
    .map(({ id }) => id);
}
