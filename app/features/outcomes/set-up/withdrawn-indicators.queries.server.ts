import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import type { WithdrawnThing } from "~/features/funding/set-up/withdrawn-list";
import { notFound } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";

/** The indicators of a project that were taken back, the latest first. */
export async function withdrawnIndicators(db: Db, projectId: string): Promise<WithdrawnThing[]> {
  const stored = await db.indicator.findMany({
    where: { projectId, withdrawnAt: { not: null } },
    orderBy: [{ withdrawnAt: "desc" }, { id: "asc" }],
    select: { id: true, name: true, withdrawnAt: true },
  });
  return stored.flatMap(({ withdrawnAt, ...indicator }) =>
    withdrawnAt === null
      ? []
      : { ...indicator, withdrawnOn: todayInStockholm(withdrawnAt), isReplaced: false },
  );
}

/** One that can stand again. Throws 404 for any other. */
export async function showIndicatorRestoring(
  db: Db,
  viewer: Viewer,
  { code, id }: { code: string; id: string },
) {
  const project = await findProject(db, viewer, { code, verb: "set-up" });
  const found = (await withdrawnIndicators(db, project.id)).find((one) => one.id === id);
  const { name } = found ?? notFound();
  return { project, name, asked: null, submissionId: crypto.randomUUID() };
}
