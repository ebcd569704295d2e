import type { Viewer } from "~/features/access/viewer";
import type { Speech } from "~/i18n/translator";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { CheckedFile } from "~/platform/files.server";
import type { IsoDate } from "~/terms/day";
import { chartFile } from "~/ui/charts/chart-file.server";
import { projectCharts } from "./project-charts";
import { showProject } from "./project-page.queries.server";

/**
 * A chart of a project's page as a file, by the file's name in its address (`budget.png`): drawn
 * by the server, or its rows. From the page's own query, so that the file says what the page says.
 */
export async function projectChartFile(
  db: Db,
  viewer: Viewer,
  { code, file, today, speech }: { code: string; file: string; today: IsoDate; speech: Speech },
): Promise<CheckedFile> {
  const view = await showProject(db, viewer, { code, today });
  const { project } = view;
  const written = await chartFile(projectCharts(view, speech), {
    file,
    project: project.name,
    speech,
  });
  if (!written) return notFound();
  const { name, format, ...content } = written;
  return { name: `${project.code}-${name}-${today}.${format}`, ...content };
}
