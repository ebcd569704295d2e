import type { Database } from "~/platform/db.server";
import { toDbDate, toIsoDate } from "~/terms/day";

type Given = {
  project: { id: string; startsOn: Date };
  competenceId: string;
  /** Ids of people. */
  members: string[];
};

/** Who should learn a method in a project, frozen on its first day. */
export function makeFrozenGroup(db: Database, { project, competenceId, members }: Given) {
  return db.frozenGroup.create({
    data: {
      projectId: project.id,
      competenceId,
      frozenOn: toDbDate(toIsoDate(project.startsOn)),
      members: { create: members.map((personId) => ({ personId })) },
    },
  });
}
