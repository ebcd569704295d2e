import { hasRole, type Viewer } from "~/features/access/viewer";
import { AppError, notFound } from "~/platform/app-error";
import { mayImportTraining } from "../uploads/imports.policy";
import type { PeopleReach } from "~/features/organisation/names/people-meant.queries.server";

/** Whose training the viewer may bring in; throws where it is nobody's. */
export function peopleReach(viewer: Viewer): PeopleReach {
  if (!mayImportTraining(viewer)) return notFound();
  if (!viewer.authorityId) throw new AppError("forbidden");
  return {
    authorityId: viewer.authorityId,
    unitIds: hasRole(viewer, "administrator") ? "all" : viewer.managedUnitIds,
  };
}
