import { projectOfCode } from "~/features/funding/projects/projects.queries.server";
import type { Database } from "~/platform/db.server";
import { noSuchProject } from "./no-such-project";
import { UserError } from "./user-error";

/**
 * The project that somebody means by a code, in capitals or not. One that the project has had leads
 * to it too, and standard error says which it has now.
 */
export async function namedProject(
  db: Database,
  code: string,
): Promise<{ id: string; code: string }> {
  const id = await projectOfCode(db, code);
  const projects = await db.project.findMany({ orderBy: { code: "asc" } });
  const project = projects.find((each) => each.id === id);
  if (!project) throw new UserError(noSuchProject(code, projects));
  if (project.code.toLowerCase() !== code.toLowerCase()) {
    process.stderr.write(`The project ${code} has the code ${project.code} now.\n`);
  }
  return project;
}
