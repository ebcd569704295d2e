import type { Viewer } from "~/features/access/viewer";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { toDbDate, type IsoDate } from "~/terms/day";
import type { FreezeGroupInput } from "./freeze-group.schema";
import { peopleOfRequirement } from "./required-groups.queries.server";

/**
 * Keeps today's people of a requirement as the group that reach is measured against for as long as
 * the project lives. Throws a `FieldError` at `form` where the group is frozen already, or where
 * nobody is required to have the competence. Returns the group's id.
 */
export function freezeGroup(
  db: Database,
  viewer: Viewer,
  input: FreezeGroupInput & { code: string },
  today: IsoDate,
): Promise<string> {
  const { competenceId } = input;
  const act = { ...input, action: "group.freeze" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    const frozen = await tx.frozenGroup.count({ where: { projectId, competenceId } });
    if (frozen > 0) throw new FieldError({ form: { key: "cascade.freeze.already" } });
    const people = await peopleOfRequirement(tx, { projectId, competenceId, today });
    if (people.length === 0) throw new FieldError({ form: { key: "cascade.freeze.nobody" } });
    const { id } = await tx.frozenGroup.create({
      data: {
        ...{ projectId, competenceId, frozenOn: toDbDate(today) },
        members: { create: people.map((personId) => ({ personId })) },
      },
    });
    audit({ type: "frozen-group", id, detail: { projectId, competenceId, people } });
    return id;
  });
}
