import { expect } from "vitest";
import { requiredGroups } from "~/features/cascade/groups/required-groups.queries.server";
import type { Database } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { competenceKeys } from "../competence/random-facts";
import { reckonedUnit } from "../competence/reckoned-unit";
import { projectUnits, type ProjectKey } from "./page-facts";
import { nameOf } from "./page-world";
import { factsOn, frozenIn } from "./told-of-methods";
import type { Asked } from "./viewers";

/** Whom the groups of a project would have on a day. */
export async function holdsFreezing(
  db: Database,
  { world, today, day, key }: Pick<Asked, "world" | "today"> & { day: IsoDate; key: ProjectKey },
): Promise<void> {
  const groups = await requiredGroups(db, { projectId: world.projects[key], day, today });
  const unit = projectUnits[key];
  const asked = [day, today].map(
    (each) => reckonedUnit(factsOn(world, each), unit, each).competences,
  );
  const frozen = frozenIn(world, key);
  expect(
    groups.map(({ competence, people, frozen: is }) => ({
      ...{ competence, people },
      frozen: is && { on: is.on, people: is.people },
    })),
  ).toEqual(
    competenceKeys
      .toSorted()
      .filter(
        (competence) =>
          asked.flat().some((each) => each.competence === competence) ||
          frozen.some((group) => group.competence === competence),
      )
      .map((competence) => {
        const group = frozen.find((each) => each.competence === competence);
        const should = asked[0]?.find((each) => each.competence === competence)?.shouldHold ?? [];
        return {
          ...{ competence, people: should.toSorted().map(nameOf) },
          frozen: group ? { on: group.frozenOn, people: group.members.length } : null,
        };
      }),
  );
}
