import { expect } from "vitest";
import { daysOfPerson } from "~/overviews/person/days-of-person.queries.server";
import { listCompetenceRows } from "~/features/competence/catalogue/competence-list.queries.server";
import type { Database } from "~/platform/db.server";
import { covers } from "~/terms/period";
import { competenceKeys, personKeys, type PersonKey } from "../competence/random-facts";
import { attestedOutside, factsOn, heldOf, elementsOn } from "./told-of-methods";
import { hoursOf } from "./page-world";
import type { Asked } from "./viewers";
import { byText } from "./sorted";

/** What stands recorded of people on days, and how many core elements methods have. */
export async function holdsDays(db: Database, { world, today, looking }: Asked): Promise<void> {
  const { facts, people } = world;
  for (const person of personKeys) {
    const days = await daysOfPerson(looking.viewer)(db, people[person]);
    const isTheirs = (each: { person: PersonKey }) => each.person === person;
    const held = competenceKeys.flatMap((key) => heldOf(world, key));
    const expected = [
      ...held
        .filter(({ trainers, learners }) => trainers.includes(person) || learners.some(isTheirs))
        .map(({ heldOn }) => ["hand-over", heldOn]),
      ...hoursOf(world)
        .filter((hours) => isTheirs(hours) && !hours.isTakenBack)
        .map(({ handOver }) => ["own-hours", handOver.heldOn]),
      ...facts.courses
        .filter(({ status }) => status !== "withdrawn" && status !== "declined")
        .filter(isTheirs)
        .map(({ heldOn }) => ["course", heldOn]),
      ...[
        ...attestedOutside(world),
        ...factsOn(world, "2199-12-31").attestations.filter(({ source }) => source === "hand_over"),
      ]
        .filter(isTheirs)
        .map(({ attestedOn }) => ["attestation", attestedOn]),
      ...facts.groups
        .filter(({ members }) => members.includes(person))
        .map(({ frozenOn }) => ["frozen-group", frozenOn]),
    ];
    expect(days.map(({ kind, day }) => [kind, day]).sort(byText)).toEqual(expected.sort(byText));
  }
  if (!looking.isAdministrator) return;
  const { rows } = await listCompetenceRows(db, looking.viewer, { page: 1, today });
  expect(
    rows.map(({ name, elementCount, requiredIn }) => [name, elementCount, requiredIn.length]),
  ).toEqual(
    competenceKeys.toSorted().map((key) => {
      const required = facts.requirements.filter(
        (each) => each.competence === key && !each.withdrawn && covers(each, today),
      );
      return [key, elementsOn(world, key, today).length, required.length];
    }),
  );
}
