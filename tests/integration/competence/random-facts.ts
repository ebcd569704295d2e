import fc from "fast-check";
import type { Attested } from "~/features/competence/rules/confirmed-level";
import type { RequirementStretch } from "~/features/competence/rules/requirement-stretch";
import { addDays, type IsoDate } from "~/terms/day";
import type { OpenPeriod } from "~/terms/period";

// Few units, people, competences and days, so that one day holds several facts of one person, and
// many a fact begins or ends on the very day that is asked for.

export const unitKeys = ["top", "left", "right", "leaf"] as const;
export type UnitKey = (typeof unitKeys)[number];
export const personKeys = ["ann", "bo", "cia", "dan"] as const;
export type PersonKey = (typeof personKeys)[number];
export const competenceKeys = ["search", "map"] as const;
export type CompetenceKey = (typeof competenceKeys)[number];

/** Each unit with the one above it: `leaf` is below `left`, both others below `top`. */
export const above: Record<UnitKey, UnitKey | null> = {
  top: null,
  left: "top",
  right: "top",
  leaf: "left",
};

type Withdrawable = { withdrawn: boolean };
export type Facts = {
  placements: (OpenPeriod & Withdrawable & { person: PersonKey; unit: UnitKey })[];
  requirements: (RequirementStretch &
    Withdrawable & { unit: UnitKey; competence: CompetenceKey })[];
  attestations: (Attested & Withdrawable & { person: PersonKey; competence: CompetenceKey })[];
};

export const dayOf = (number: number): IsoDate => addDays("2013-05-01", number);

export const anyDay = fc.integer({ min: -1, max: 9 }).map(dayOf);

export const anyPeriod = fc
  .tuple(anyDay, anyDay)
  .map((days) => days.sort())
  .map(([startsOn, last]) => ({ startsOn, endsBefore: addDays(last, 1) }));

/** Periods one after the other, some without a gap, the last of them perhaps without an end. */
export function periods<Given>(given: fc.Arbitrary<Given>, maxLength: number) {
  const step = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), given);
  return fc.tuple(fc.array(step, { maxLength }), fc.boolean()).map(([steps, isOpen]) => {
    let day = 0;
    return steps.map(([gap, length, values], index) => {
      const startsOn = dayOf((day += gap));
      const end = dayOf((day += length));
      const endsBefore = isOpen && index === steps.length - 1 ? null : end;
      return { ...values, startsOn, endsBefore };
    });
  });
}

/** A fact that stands, or now and then one that was a mistake, over the very same days. */
export function withMistakes<Fact extends object>(facts: fc.Arbitrary<Fact[]>) {
  return facts.chain((all) =>
    fc
      .subarray(all)
      .map((mistakes) => [
        ...all.map((fact) => ({ ...fact, withdrawn: false })),
        ...mistakes.map((fact) => ({ ...fact, withdrawn: true })),
      ]),
  );
}

// Half of full time in each half of the tree: nobody works more than full time, or twice in a unit.
const placements = fc
  .tuple(
    ...personKeys.flatMap((person) =>
      (
        [
          ["top", "left"],
          ["right", "leaf"],
        ] as const
      ).map((units) =>
        periods(fc.record({ person: fc.constant(person), unit: fc.constantFrom(...units) }), 2),
      ),
    ),
  )
  .map((tracks) => tracks.flat());

const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);

const requirements = fc
  .tuple(
    ...unitKeys.flatMap((unit) =>
      competenceKeys.map((competence) =>
        periods(
          fc.record({
            ...{ unit: fc.constant(unit), competence: fc.constant(competence), level },
            minHolders: fc.integer({ min: 0, max: 2 }),
            minCarriers: fc.integer({ min: 0, max: 2 }),
            dueOn: fc.option(anyDay),
          }),
          2,
        ),
      ),
    ),
  )
  .map((places) => places.flat());

// What a hand-over has confirmed comes of hand-overs, and these facts have none: the lineage of `map`
// is the whole one without.
const sources = {
  search: fc.constantFrom("course", "hand_over", "manager", "teach_back"),
  map: fc.constantFrom("course", "manager", "teach_back"),
} as const;

const attestations = fc
  .tuple(
    ...personKeys.flatMap((person) =>
      competenceKeys.map((competence) =>
        fc.array(
          fc
            .record({
              ...{ person: fc.constant(person), competence: fc.constant(competence), level },
              ...{ observed: fc.boolean(), source: sources[competence], attestedOn: anyDay },
              withdrawn: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
            })
            .map((row) => (row.source === "teach_back" ? { ...row, level: null } : row)),
          { maxLength: 4 },
        ),
      ),
    ),
  )
  .map((histories) => histories.flat());

/** Who works where, what is required, and what is attested, each with what was a mistake. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  placements: withMistakes(placements),
  requirements: withMistakes(requirements),
  attestations,
});
