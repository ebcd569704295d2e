import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { questionOf } from "~/features/funding/reported/agreed-change.server";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { standingGroup } from "./standing-group.server";
import { touchedByWithdrawal } from "./touched-by-withdrawal.server";

/** A frozen group that can be taken back, with what is asked before. */
export async function showGroupWithdrawal(
  db: Db,
  viewer: Viewer,
  { code, id, today }: { code: string; id: string; today: IsoDate },
) {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const projectId = project.id;
  const group = await standingGroup(db, { id, projectId });
  const question = questionOf(await touchedByWithdrawal(db, { projectId, group, today }));
  return { project, name: group.competence, question, submissionId: crypto.randomUUID() };
}
