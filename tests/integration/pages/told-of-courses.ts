import { planStateOn } from "~/features/cascade/rules/hand-over-debt";
import type { IsoDate } from "~/terms/day";
import { unitKeys, type PersonKey } from "../competence/random-facts";
import type { World } from "./page-world";
import { heldOf, lineageOf } from "./told-of-methods";
import { worksIn } from "./told-of-people";

/** What is left of some people's plans to hand on what they learned, of those who work here. */
export function owedBy(world: World, people: PersonKey[], today: IsoDate) {
  const working = worksIn(world, [...unitKeys], today);
  return world.facts.courses.flatMap(({ id, person, competence, status, plan, heldOn }) => {
    if (status !== "approved" || !plan || !competence) return [];
    if (!people.includes(person) || !working.includes(person)) return [];
    const { handOvers } = lineageOf(world, competence, today);
    const since = heldOf(world, competence).filter((held) => held.heldOn >= heldOn);
    const learners = since.flatMap((held) => {
      const trace = handOvers.get(held.id);
      return trace?.counted && trace.validTrainers.includes(person) ? trace.learners : [];
    });
    const state = planStateOn(today, plan, new Set(learners).size);
    return state.left === 0 ? [] : [{ trainingRecordId: id, ...state }];
  });
}
