import { expect } from "vitest";
import { showHandOver } from "~/features/cascade/hand-overs/hand-over-page.queries.server";
import { showHandOvers } from "~/features/cascade/hand-overs/hand-overs-page.queries.server";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { competenceKeys, type PersonKey } from "../competence/random-facts";
import { isAwaited } from "./page-facts";
import { familyFirst, type World } from "./page-world";
import { owedBy } from "./told-of-courses";
import { lineageOf, elementsOn } from "./told-of-methods";
import { seenIn, worksIn } from "./told-of-people";
import { comesBy, down } from "./sorted";
import type { Asked } from "./viewers";

type HandOver = World["facts"]["handOvers"][number];

const partsOf = ({ trainers, learners }: HandOver): PersonKey[] => [
  ...trainers,
  ...learners.map(({ person }) => person),
];

/** Whether the viewer may open a hand-over. */
export function mayOpen({ world, today, looking }: Asked, id: string): boolean {
  const held = world.facts.handOvers.find((each) => each.id === id);
  if (!held) return false;
  if (looking.isAdministrator) return true;
  const seen = seenIn(world, looking.manages, today);
  return (
    partsOf(held).some((person) => person === looking.self || seen.includes(person)) ||
    (held.project !== null && looking.projects.includes(held.project))
  );
}

/** The lists of hand-overs with what they are today, what is to confirm, and what is owed. */
export async function holdsHandOvers(db: Database, asked: Asked): Promise<void> {
  const { world, today, looking } = asked;
  const { self, manages } = looking;
  const { handOvers } = world.facts;
  const parts = {
    given: handOvers.filter(({ trainers }) => self && trainers.includes(self)),
    received: handOvers.filter(({ learners }) => learners.some(({ person }) => person === self)),
    reach: handOvers.filter(({ id }) => mayOpen(asked, id)),
  };
  for (const part of ["given", "received", "reach"] as const) {
    const page = await showHandOvers(db, looking.viewer, { part, page: 1, today });
    if (page.list.part !== part) continue;
    comesBy(page.list.handOvers, ({ heldOn, id }) => [down(heldOn), down(id)]);
    comesBy(page.toConfirm, ({ heldOn, id }) => [heldOn, id]);
    for (const owed of [page.owed, page.owedByOthers]) {
      comesBy(owed, ({ dueOn, person, competence }) => [
        ...[dueOn, familyFirst(person.name), competence.name],
      ]);
    }
    const rows = page.list.handOvers.map(({ id, state }) => [id, state]);
    expect(rows.sort()).toEqual(
      parts[part].map((held) => [held.id, stateOf(world, held, today)]).sort(),
    );
    for (const each of page.list.parts) expect(each.count).toBe(parts[each.part].length);
    expect(page.list.counted).toEqual(countedOf(asked));
    expect(page.toConfirm.map(({ id }) => id).sort()).toEqual(toConfirm(world, self));
    const owed = (people: PersonKey[]) =>
      owedBy(world, people, today).map((row) => row.trainingRecordId);
    expect(page.owed.map((row) => row.trainingRecordId).sort()).toEqual(
      owed(self ? [self] : []).sort(),
    );
    expect(page.owedByOthers.map((row) => row.trainingRecordId).sort()).toEqual(
      owed(worksIn(world, manages, today).filter((person) => person !== self)).sort(),
    );
  }
  for (const held of handOvers) {
    const page = showHandOver(db, looking.viewer, { id: held.id, today });
    if (!mayOpen(asked, held.id)) {
      await expect(page).rejects.toMatchObject({ code: "not-found" });
      continue;
    }
    const { state, elements } = await page;
    expect(state).toBe(stateOf(world, held, today));
    expect(elements).toHaveLength(elementsOn(world, held.competence, held.heldOn).length);
  }
}

/** In how many counted hand-overs the viewer taught, and in how many they learned. */
function countedOf({ world, today, looking: { self } }: Asked) {
  const traces = competenceKeys.flatMap((key) => [
    ...lineageOf(world, key, today).handOvers.values(),
  ]);
  const counted = traces.flatMap((trace) => (trace.counted && self ? [{ ...trace, self }] : []));
  return {
    given: counted.filter(({ validTrainers, self: one }) => validTrainers.includes(one)).length,
    received: counted.filter(({ learners, self: one }) => learners.includes(one)).length,
  };
}

/** What somebody is to answer. */
export function toConfirm({ facts }: World, self: PersonKey | null): string[] {
  return facts.handOvers
    .filter(
      ({ withdrawn, learners }) =>
        !withdrawn && learners.some((part) => part.person === self && isAwaited(part)),
    )
    .map(({ id }) => id)
    .sort();
}

function stateOf(world: World, held: HandOver, today: IsoDate) {
  if (held.withdrawn) return "withdrawn";
  if (held.learners.every(({ answer }) => answer === "no")) return "declined";
  const trace = lineageOf(world, held.competence, today).handOvers.get(held.id);
  return trace?.counted ? "counted" : trace?.reason;
}
