import type { Database } from "~/platform/db.server";
import { toDbDate, toIsoDate } from "~/terms/day";

type Given = {
  project: { id: string; startsOn: Date };
  competenceId: string;
  /** Ids of people. */
  members: string[];
  frozenOn?: string;
};

/** Who should learn a method in a project, frozen for its first day unless told otherwise. */
export function makeFrozenGroup(db: Database, { project, competenceId, members, ...given }: Given) {
  return db.frozenGroup.create({
    data: {
      projectId: project.id,
      competenceId,
      frozenOn: toDbDate(given.frozenOn ?? toIsoDate(project.startsOn)),
      members: { create: members.map((personId) => ({ personId })) },
    },
  });
}
