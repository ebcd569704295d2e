import type { Viewer } from "~/features/access/viewer";
import { findProject, type ProjectHead } from "~/features/funding/projects/projects.queries.server";
import { rowsAsNow } from "~/features/reports/freezing/rows-as-now.queries.server";
import type { AskedRows, RowsView } from "~/features/reports/freezing/rows-view.server";
import type { Speech } from "~/i18n/translator";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

/** The rows behind the money of a project's page: the same ones that its reports are made of. */
export async function showProjectRows(
  db: Db,
  viewer: Viewer,
  {
    code,
    today,
    speech,
    ...asked
  }: Omit<AskedRows, "section"> & { code: string; today: IsoDate; speech: Speech },
): Promise<RowsView & { project: ProjectHead }> {
  const project = await findProject(db, viewer, { code });
  const rows = await rowsAsNow(db, viewer, {
    ...{ projectId: project.id, asOf: today, asked: { ...asked, section: "money" }, speech },
    ...{ of: { code: project.code }, title: project.name },
  });
  return { project, ...rows };
}
