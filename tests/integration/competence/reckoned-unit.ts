import {
  isCarrier,
  isHolder,
  knownOn,
  type Known,
} from "~/features/competence/rules/confirmed-level";
import { coverage } from "~/features/competence/rules/coverage";
import { isAtRisk, isLateOn, progressOf } from "~/features/competence/rules/requirement-state";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";
import { covers } from "~/terms/period";
import {
  above,
  competenceKeys,
  personKeys,
  unitKeys,
  type CompetenceKey,
  type Facts,
  type PersonKey,
  type UnitKey,
} from "./random-facts";

// What pages should say, worked out from the facts by the pure rules, one person at a time.

export function reckonedUnit(facts: Facts, shown: UnitKey, day: IsoDate) {
  const units = unitKeys.filter((unit) => over(unit).includes(shown));
  const placed = facts.placements.filter(
    ({ unit, withdrawn, ...days }) => !withdrawn && units.includes(unit) && covers(days, day),
  );
  const asked = requirementsOn(facts, day).filter(({ unit }) =>
    units.some((each) => over(each).includes(unit)),
  );
  const people = (requirement: { unit: UnitKey }) =>
    personKeys.filter((person) =>
      placed.some(
        (place) => place.person === person && over(place.unit).includes(requirement.unit),
      ),
    );
  const requiredOf = (person: PersonKey, competence: CompetenceKey): Level | null =>
    asked
      .filter((each) => each.competence === competence && people(each).includes(person))
      .reduce<Level | null>((most, each) => (each.level > (most ?? 0) ? each.level : most), null);
  return {
    peopleCount: new Set(placed.map(({ person }) => person)).size,
    requirements: asked.map(({ withdrawn: _withdrawn, startsOn: _s, endsBefore: _e, ...each }) => {
      const known = people(each).map((person) => knownTo(facts, { person, ...each }, day));
      const counted = coverage(known, each.level);
      const isFromAbove = !units.includes(each.unit);
      return {
        ...each,
        ...counted,
        isFromAbove,
        progress: progressOf(counted),
        atRisk: !isFromAbove && isAtRisk(counted, each),
        isLate: isLateOn(day, { ...each, ...counted }),
      };
    }),
    competences: competenceKeys
      .filter((competence) => asked.some((each) => each.competence === competence))
      .map((competence) => {
        const should = personKeys.flatMap((person) => {
          const required = requiredOf(person, competence);
          const known = knownTo(facts, { person, competence }, day);
          return required === null ? [] : [{ person, required, known }];
        });
        return {
          competence,
          shouldHold: should.map(({ person }) => person),
          levels: should.map(({ required }) => required),
          gaps: should
            .filter(({ required, known }) => !isHolder(known, required))
            .map(({ person }) => person),
          carriers: should.filter(({ known }) => isCarrier(known)).map(({ person }) => person),
        };
      }),
    people: personKeys.filter((person) => placed.some((place) => place.person === person)),
    known: (person: PersonKey, competence: CompetenceKey) =>
      knownTo(facts, { person, competence }, day),
  };
}

export function requirementsOn(facts: Facts, day: IsoDate): Facts["requirements"] {
  return facts.requirements.filter(({ withdrawn, ...days }) => !withdrawn && covers(days, day));
}

function knownTo(
  { attestations }: Facts,
  { person, competence }: { person: PersonKey; competence: CompetenceKey },
  day: IsoDate,
): Known {
  const standing = attestations.filter(
    (each) => each.person === person && each.competence === competence && !each.withdrawn,
  );
  return knownOn(day, standing);
}

function over(unit: UnitKey): UnitKey[] {
  const next = above[unit];
  return next === null ? [unit] : [unit, ...over(next)];
}
