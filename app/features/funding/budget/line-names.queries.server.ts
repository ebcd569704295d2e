import type { Db } from "~/platform/db.server";
import { grantsOf } from "../grants/grants.queries.server";
import { tellLinesApart } from "../rules/line-title";

type NamedLine = { id: string; costCategory: string; name: string; grantId: string | null };

/** What the lines of a project's budget are called by their ids, told apart from each other. */
async function lineNames(db: Db, projectId: string): Promise<Map<string, string>> {
  const [lines, grants] = await Promise.all([
    db.$queryRaw<NamedLine[]>`
      select line_id as id, cost_category as "costCategory", name, grant_id as "grantId"
      from lines_of(${projectId}::uuid)`,
    grantsOf(db, projectId),
  ]);
  return new Map(tellLinesApart(lines, grants).map(({ id, name }) => [id, name]));
}

/** Rows that are lines of one project, or of several, under those names. */
export async function underTheirNames<Line extends { id: string; name: string }>(
  db: Db,
  { lines, projectIds }: { lines: readonly Line[]; projectIds: readonly string[] },
): Promise<Line[]> {
  const named = await Promise.all([...new Set(projectIds)].map((id) => lineNames(db, id)));
  const names = new Map(named.flatMap((ofProject) => [...ofProject]));
  return lines.map((line) => ({ ...line, name: names.get(line.id) ?? line.name }));
}
