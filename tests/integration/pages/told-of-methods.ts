import type { CascadeInput } from "~/features/cascade/rules/cascade-input";
import { circlesOverTime } from "~/features/cascade/rules/circles";
import { groupOn } from "~/features/cascade/rules/frozen-group";
import { traceLineage, type Lineage } from "~/features/cascade/rules/lineage";
import { lineageOverTime, type LineageOverTime } from "~/features/cascade/rules/lineage-over-time";
import { stretchOn } from "~/features/cascade/rules/steps";
import { clearsToTeach } from "~/features/competence/rules/confirmed-level";
import { dayBefore, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import {
  competenceKeys,
  personKeys,
  type CompetenceKey,
  type Facts,
  type PersonKey,
  type UnitKey,
} from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { projectUnits, type ProjectKey } from "./page-facts";
import { deliveredIn, type World } from "./page-world";
import { homeOn, inUntil, unitsBelow } from "./told-of-people";

// What follows from the facts of methods: levels, lineage and the figures of groups.

type StoredHandOver = World["facts"]["handOvers"][number];

/** What stands of attestations by word and by courses. */
export function attestedOutside({ facts }: World): Facts["attestations"] {
  return [
    ...facts.attestations.filter(({ withdrawn }) => !withdrawn),
    ...facts.courses.flatMap(({ person, competence, confirms, heldOn: attestedOn }) => {
      if (!competence || !confirms || confirms.withdrawn) return [];
      const source = "course" as const;
      return [{ person, competence, source, attestedOn, ...confirms }];
    }),
  ];
}

/** The hand-overs of a method that were held, by what each took part in it and said yes to. */
export function heldOf({ facts }: World, competence: CompetenceKey) {
  return facts.handOvers
    .filter((held) => held.competence === competence && !held.withdrawn)
    .map((held) => ({ ...held, learners: held.learners.flatMap(answerIn(facts, held)) }));
}

/** Whether somebody has said by the end of a day that they learned in it. */
export function isAnswered(held: ReturnType<typeof heldOf>[number], day: IsoDate): boolean {
  return (
    held.heldOn <= day &&
    held.learners.some(({ confirmed }) => confirmed !== null && confirmed <= day)
  );
}

/** Who declined took no part; who says yes when the project is over does so on its last day. */
function answerIn({ projects }: World["facts"], { project }: StoredHandOver) {
  const lastDay = project && dayBefore(projects[project].endsBefore);
  return ({ person, answer, on }: StoredHandOver["learners"][number]) => {
    if (answer === "no") return [];
    const day = lastDay !== null && lastDay < on ? lastDay : on;
    return [{ person, confirmed: answer === "yes" ? day : null }];
  };
}

function outsideOf(world: World, competence: CompetenceKey) {
  const attested = attestedOutside(world).filter((each) => each.competence === competence);
  return {
    acquisitions: attested.flatMap(({ person, source, level, attestedOn: date }) =>
      source !== "teach_back" && level !== null && level >= 1 ? [{ person, date }] : [],
    ),
    mayTeach: Object.fromEntries(
      attested
        .filter(clearsToTeach)
        .sort((a, b) => (a.attestedOn > b.attestedOn ? -1 : 1))
        .map(({ person, attestedOn }) => [person, attestedOn]),
    ),
  };
}

/** A method's whole lineage, for every day. */
export function overTime(world: World, competence: CompetenceKey): LineageOverTime {
  return lineageOverTime({
    ...outsideOf(world, competence),
    handOvers: handOverFacts(world, competence),
  });
}

function handOverFacts(world: World, competence: CompetenceKey) {
  return heldOf(world, competence).map(({ id, heldOn: date, trainers, learners }) => ({
    ...{ id, date, learners },
    trainers: trainers.map((person) => ({ person, agreed: date })),
  }));
}

/** The levels that hand-overs have given, each with the first day as of which it stands. */
function givenLevels(world: World): (Facts["attestations"][number] & { standsFrom: IsoDate })[] {
  return competenceKeys.flatMap((competence) => {
    const held = heldOf(world, competence);
    const { handOvers } = overTime(world, competence);
    return held.flatMap(({ id, heldOn: attestedOn, givesLevel: level }) =>
      (handOvers.get(id)?.learners ?? []).map(({ person, from: standsFrom }) => ({
        ...{ person: asPerson(person), competence, level, attestedOn, standsFrom },
        ...{ observed: false, source: "hand_over" as const, withdrawn: false },
      })),
    );
  });
}

export function asPerson(id: string): PersonKey {
  return personKeys.find((key) => key === id) ?? "ann";
}

/** All facts of placements, requirements and levels, as they are told when a day has ended. */
export function factsOn(world: World, day: IsoDate): Facts {
  const given = givenLevels(world).filter(({ standsFrom }) => standsFrom <= day);
  return { ...world.facts, attestations: [...attestedOutside(world), ...given] };
}

export type Group = { unit: UnitKey } | { project: ProjectKey };
type Asked = { competence: CompetenceKey; group: Group; day: IsoDate };

/** The frozen groups of a project. */
export function frozenIn({ facts }: World, project: ProjectKey) {
  return facts.groups.filter((group) => group.project === project);
}

export function shouldHold(world: World, { competence, group, day }: Asked): PersonKey[] {
  if ("unit" in group) {
    const { competences } = reckonedUnit(factsOn(world, day), group.unit, day);
    return competences.find((each) => each.competence === competence)?.shouldHold ?? [];
  }
  const frozen = frozenIn(world, group.project).find((each) => each.competence === competence);
  return frozen ? groupOn(day, frozen).map(asPerson) : [];
}

/** Who has any history in a method as of the end of a day, and the circle that it belongs to. */
export function circlesIn(
  world: World,
  competence: CompetenceKey,
  day: IsoDate,
): ReadonlyMap<string, string> {
  return new Map(
    [...circlesOf(world, competence)].flatMap(([person, stretches]) => {
      const { circle } = stretchOn(stretches, day) ?? {};
      return circle === undefined ? [] : [[person, circle] as const];
    }),
  );
}

function circlesOf(world: World, competence: CompetenceKey) {
  const { acquisitions, mayTeach } = outsideOf(world, competence);
  const outside = [
    ...acquisitions.map(({ person, date: from }) => ({ person: String(person), from })),
    ...Object.entries(mayTeach).map(([person, from]) => ({ person, from })),
  ];
  return circlesOverTime(outside, handOverFacts(world, competence));
}

/** Who of units has any history in a method as of the end of a day, begun while they worked there. */
export function historyIn(
  world: World,
  { competence, units, day }: { competence: CompetenceKey; units: UnitKey[]; day: IsoDate },
): PersonKey[] {
  const circles = circlesOf(world, competence);
  return inUntil(world, units, day).flatMap(({ person, endsBefore }) => {
    const [first] = circles.get(person) ?? [];
    return first && first.from <= day && first.from < endsBefore ? [person] : [];
  });
}

/** Who is near a group in a method as of the end of a day, besides those who should have it. */
export function nearTo(world: World, { competence, group, day }: Asked): PersonKey[] {
  const units = unitsBelow("unit" in group ? group.unit : projectUnits[group.project]);
  const near = historyIn(world, { competence, units, day });
  if ("unit" in group) return near;
  const held = heldOf(world, competence).filter(
    (each) => each.project === group.project && isAnswered(each, day),
  );
  return [
    ...near,
    ...held.flatMap(({ trainers, learners }) => [
      ...trainers,
      ...learners.flatMap(({ person, confirmed }) =>
        confirmed !== null && confirmed <= day ? [person] : [],
      ),
    ]),
  ];
}

/** A method's history for a group, its people by their keys. */
export function inputOf(world: World, asked: Asked): CascadeInput {
  const { competence, day } = asked;
  const should = shouldHold(world, asked);
  const circles = circlesIn(world, competence, day);
  const near = [...should, ...nearTo(world, asked)];
  const joined = new Set(near.flatMap((person) => circles.get(person) ?? []));
  const members = personKeys.filter(
    (person) => near.includes(person) || joined.has(circles.get(person) ?? ""),
  );
  const isMember = ({ person }: { person: PersonKey }) => members.includes(person);
  const { acquisitions, mayTeach } = outsideOf(world, competence);
  const held = heldOf(world, competence).filter(
    ({ heldOn, trainers }) =>
      heldOn <= day && joined.has(circles.get(firstOf(world, trainers)) ?? ""),
  );
  return {
    asOf: day,
    method: { id: competence, coreElements: elementsOn(world, competence, day).length },
    people: members.map((id) => {
      const { joinedOn = "", leftOn = null } = homeOn(world, id, day);
      return { id, joined: joinedOn, left: leftOn };
    }),
    shouldHold: should,
    acquisitions: acquisitions.filter(isMember),
    mayTeach: Object.fromEntries(
      Object.entries(mayTeach).filter(([person]) => members.includes(asPerson(person))),
    ),
    handOvers: held.map((each) => {
      const elementsDelivered = deliveredIn(world, each).length;
      return {
        ...{ id: each.id, date: each.heldOn, hours: each.minutes / 60, elementsDelivered },
        coreElements: Math.max(
          elementsDelivered,
          elementsOn(world, competence, each.heldOn).length,
        ),
        ...{ trainers: each.trainers, learners: each.learners },
      };
    }),
  };
}

/** Of a hand-over's trainers the one by whose circle it is found. */
function firstOf({ people }: World, trainers: readonly PersonKey[]): string {
  return [...trainers].sort((a, b) => (people[a] < people[b] ? -1 : 1))[0] ?? "";
}

export function elementsOn({ facts }: World, competence: CompetenceKey, day: IsoDate) {
  return facts.elements.filter(
    (each) => each.competence === competence && !each.withdrawn && covers(each, day),
  );
}

/** A method's whole lineage when a day has ended. */
export function lineageOf(world: World, competence: CompetenceKey, day: IsoDate): Lineage {
  const { acquisitions, mayTeach } = outsideOf(world, competence);
  return traceLineage({
    ...{ asOf: day, method: { id: competence, coreElements: 0 }, people: [], shouldHold: [] },
    ...{ acquisitions, mayTeach },
    handOvers: heldOf(world, competence).map(({ id, heldOn: date, trainers, learners }) => ({
      ...{ id, date, hours: 0, elementsDelivered: 0, trainers, learners },
    })),
  });
}

/** The first day on which somebody is cleared to teach a method; null where there is none. */
export function mayTeachFrom(
  world: World,
  competence: CompetenceKey,
  person: PersonKey,
): IsoDate | null {
  return outsideOf(world, competence).mayTeach[person] ?? null;
}
