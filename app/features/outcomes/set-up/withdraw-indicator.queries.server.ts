import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { questionOf } from "~/features/funding/reported/agreed-change.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { storedIndicator } from "./stored-indicator.server";
import { touchedByWithdrawal } from "./touched-by-withdrawal.server";

/** An indicator that can be taken back, with what is asked before. */
export async function showIndicatorWithdrawal(
  db: Db,
  viewer: Viewer,
  { code, id }: { code: string; id: string },
) {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const where = { id, projectId: project.id };
  const { name } = (await storedIndicator(db, where)) ?? notFound();
  const question = questionOf(await touchedByWithdrawal(db, where));
  return { project, name, question, submissionId: crypto.randomUUID() };
}
