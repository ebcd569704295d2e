import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import type { Database, Transaction } from "~/platform/db.server";
import { transact, type Audit } from "~/platform/transact.server";
import { notFound } from "~/platform/app-error";
import { toIsoDate } from "~/terms/day";
import { findProject, type ProjectHead } from "../projects/projects.queries.server";

type Change = { code: string; action: string; submissionId: string };
/** What a change has in its hands. */
export type Work = {
  tx: Transaction;
  audit: Audit;
  /** As it is now: nobody else sets it up until the change has ended. */
  project: ProjectHead & { authorityId: string };
};

/**
 * One change to what a project is, for those who may set it up; others get 404. Changes to one
 * project wait for each other, so that what one has checked still holds when it writes.
 */
export async function setUpProject(
  db: Database,
  viewer: Viewer,
  { code, action, submissionId }: Change,
  work: (work: Work) => Promise<string>,
): Promise<string> {
  const { id } = await findProject(db, viewer, { code, verb: "set-up" });
  return transact(db, { actor: actorOf(viewer), action, submissionId }, async (tx, audit) => {
    await tx.$queryRaw`select id from project where id = ${id}::uuid for update`;
    // Written, too: who is sharing its report, and has seen it as it was before, begins again.
    await tx.$executeRaw`update project set id = id where id = ${id}::uuid`;
    const project = await tx.project.findUnique({ where: { id } });
    if (!project) return notFound();
    const { startsOn, endsBefore } = project;
    const head = {
      ...{ id, code: project.code, name: project.name, authorityId: project.authorityId },
      startsOn: toIsoDate(startsOn),
      endsBefore: toIsoDate(endsBefore),
    };
    return work({ tx, audit, project: head });
  });
}
