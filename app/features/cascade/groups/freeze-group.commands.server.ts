import type { Viewer } from "~/features/access/viewer";
import { reasonOf, requireAgreedChange } from "~/features/funding/reported/agreed-change.server";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { toDbDate, type IsoDate } from "~/terms/day";
import { dayRefusal, offeredDay } from "../rules/frozen-group";
import type { FreezeGroupInput } from "./freeze-group.schema";
import { peopleOfRequirement } from "./required-groups.queries.server";
import { touchedByFreezing } from "./touched-by-freezing.server";

/**
 * Keeps the people of a requirement on a day (`offeredDay`, where none is said) as the group that
 * reach is measured against from that day on, for as long as the project lives. Throws a
 * `FieldError` at `day` for one that is ahead or after the project, at `form` where the group is
 * frozen already, nobody was required to have the competence, or others than the form named, and a
 * `Question` where a funder has read figures of that day or later. Returns the group's id.
 */
export function freezeGroup(
  db: Database,
  viewer: Viewer,
  { day: chosen, ...input }: FreezeGroupInput & { code: string },
  today: IsoDate,
): Promise<string> {
  const { competenceId } = input;
  const act = { ...input, action: "group.freeze" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project }) => {
    const { id: projectId } = project;
    const day = chosen ?? offeredDay(project, today);
    const refusal = dayRefusal(day, project, today);
    if (refusal) throw new FieldError({ day: { key: `cascade.freeze.refusal.${refusal}` } });
    const frozen = await tx.frozenGroup.count({
      where: { projectId, competenceId, withdrawnAt: null },
    });
    if (frozen > 0) throw new FieldError({ form: { key: "cascade.freeze.already" } });
    await holdPeople(tx, await peopleOfRequirement(tx, { projectId, competenceId, day }));
    const people = await peopleOfRequirement(tx, { projectId, competenceId, day });
    if (people.length === 0) {
      throw new FieldError({ form: { key: "cascade.freeze.nobody", values: { date: day } } });
    }
    requireUnchanged(input.seen, people);
    const group = { projectId, competenceId, day };
    requireAgreedChange(await touchedByFreezing(tx, { ...group, count: people.length }), input);
    const { id } = await tx.frozenGroup.create({
      data: {
        ...{ projectId, competenceId, frozenOn: toDbDate(day) },
        members: { create: people.map((personId) => ({ personId })) },
      },
    });
    audit({ type: "frozen-group", id, detail: { ...group, people, ...reasonOf(input) } });
    return id;
  });
}
