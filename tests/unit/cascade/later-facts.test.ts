import fc from "fast-check";
import { expect, test } from "vitest";
import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { dayBefore, type IsoDate } from "~/terms/day";
import { anyDay, competenceKeys } from "../../integration/competence/random-facts";
import { methodsOf } from "../../integration/pages/holds-project";
import { anyPageFacts, type PageFacts, type ProjectKey } from "../../integration/pages/page-facts";
import { named, type World } from "../../integration/pages/page-world";
import { heldOf, inputOf, isAnswered } from "../../integration/pages/told-of-methods";

/** The facts as they were when a day had ended, without what has a later day or no answer by then. */
function knownBy(day: IsoDate, facts: World["facts"]): World["facts"] {
  const begun = <Fact extends { startsOn: IsoDate; endsBefore: IsoDate | null }>(all: Fact[]) =>
    all
      .filter(({ startsOn }) => startsOn <= day)
      .map((fact) => ({
        ...fact,
        endsBefore: fact.endsBefore !== null && fact.endsBefore > day ? null : fact.endsBefore,
      }));
  return {
    ...facts,
    // Who is to come stays known: somebody without any place is nobody.
    placements: [
      ...begun(facts.placements),
      ...facts.placements.filter(
        ({ person }) =>
          !facts.placements.some(
            (each) => each.person === person && !each.withdrawn && each.startsOn <= day,
          ),
      ),
    ],
    requirements: begun(facts.requirements),
    elements: begun(facts.elements),
    attestations: facts.attestations.filter(({ attestedOn }) => attestedOn <= day),
    courses: facts.courses.filter(({ heldOn }) => heldOn <= day),
    groups: facts.groups.filter(({ frozenOn }) => frozenOn <= day),
    handOvers: facts.handOvers
      .filter(({ heldOn }) => heldOn <= day)
      .map((held) => ({
        ...held,
        learners: held.learners.map((learner) =>
          answeredOn(facts, held.project, learner.on) > day
            ? { ...learner, answer: null }
            : learner,
        ),
      }))
      .filter(({ learners }) => learners.some(({ answer }) => answer === "yes")),
  };
}

/** Who says yes when the project is over does so on its last day. */
function answeredOn({ projects }: PageFacts, project: ProjectKey | null, on: IsoDate): IsoDate {
  const lastDay = project && dayBefore(projects[project].endsBefore);
  return lastDay !== null && lastDay < on ? lastDay : on;
}

// The pages are held to the same rules (tests/integration/pages), so this is so of what they show.
test("what has a later day or no answer moves no figure of a method, for a unit or a project", () => {
  fc.assert(
    fc.property(anyPageFacts, anyDay, (facts, day) => {
      const now: World = { ...named(facts), authorityId: "" };
      const then: World = { ...now, facts: knownBy(day, now.facts) };
      for (const key of ["near", "far"] as const) {
        expect(methodsOf(then, key, day)).toEqual(methodsOf(now, key, day));
      }
      for (const competence of competenceKeys) {
        for (const group of [{ unit: "left" }, { project: "near" }, { project: "far" }] as const) {
          const figures = (world: World) => {
            const input = inputOf(world, { competence, group, day });
            const { notCounted, ...counted } = cascadeFigures(input);
            const waiting = heldOf(world, competence).filter((held) => !isAnswered(held, day));
            const isAsked = ({ handOver }: { handOver: string }) =>
              waiting.some(({ id }) => id === handOver);
            return { ...counted, notCounted: notCounted.filter((each) => !isAsked(each)) };
          };
          expect(figures(then)).toEqual(figures(now));
        }
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
