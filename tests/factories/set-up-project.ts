import type { Database } from "~/platform/db.server";
import { makeAccount } from "./account";
import { makeProject } from "./project";
import { makeViewer } from "./viewer";

/** A project of 2013 and, as viewers, its unit's manager and its authority's administrator. */
export async function makeSetUpProject(db: Database) {
  const project = await makeProject(db);
  const { authorityId, unitId } = project;
  const [account, other] = await Promise.all([makeAccount(db), makeAccount(db)]);
  const manager = makeViewer({
    accountId: account.id,
    authorityId,
    roles: ["manager"],
    managedUnitIds: [unitId],
    managedProjectIds: [project.id],
  });
  const administrator = makeViewer({
    accountId: other.id,
    authorityId,
    roles: ["administrator"],
  });
  return { project, manager, administrator };
}
