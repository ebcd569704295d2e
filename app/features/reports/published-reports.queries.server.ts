import type { Db } from "~/platform/db.server";

/** The titles of a project's reports that their funders read, by their periods. */
export async function sharedReports(db: Db, projectId: string): Promise<string[]> {
  const reports = await db.report.findMany({
    where: { projectId, sharedAt: { not: null } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: { title: true },
  });
  return reports.map(({ title }) => title);
}
