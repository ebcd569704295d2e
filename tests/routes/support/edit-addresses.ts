import type { Database } from "~/platform/db.server";
import type { Role } from "~/features/access/viewer";

/** A form that changes a row: its address, by its route, and who may be the one to open it. */
export type EditAddress = { route: string; path: string; roles: Role[] };

const leaders: Role[] = ["manager", "administrator"];
const projectStaff: Role[] = ["manager", "project_manager", "administrator"];

/** Of each route that changes a row: the rows' addresses, and whose work it is. */
const routes: Record<string, { roles: Role[]; addresses: string }> = {
  "projects/:code/edit": { roles: projectStaff, addresses: projectPaths("edit") },
  ...Object.fromEntries(
    [
      ["grants", `"grant"`],
      ["decisions", "decision"],
      ["partners", "partner"],
      ["phases", "phase"],
      ["appendices", "appendix"],
      ["lines", "budget_line"],
      ["rates", "hour_rate"],
    ].map(([part, table]) => [
      `projects/:code/setup/${part}/:id`,
      { roles: projectStaff, addresses: projectPaths(`setup/${part}/`, table) },
    ]),
  ),
  "projects/:code/indicators/:id/edit": {
    roles: projectStaff,
    addresses: projectPaths("indicators/", "indicator", "/edit"),
  },
  "authority/edit": { roles: ["administrator"], addresses: "select '/authority/edit'" },
  "units/:id/edit": {
    roles: ["administrator"],
    addresses: "select '/units/' || id || '/edit' from unit",
  },
  "units/:id/requirements/:requirementId/edit": {
    roles: leaders,
    addresses: "select '/units/' || unit_id || '/requirements/' || id || '/edit' from requirement",
  },
  "competences/:id/edit": {
    roles: leaders,
    addresses: "select '/competences/' || id || '/edit' from competence",
  },
  "people/:id/edit": {
    roles: leaders,
    addresses: "select '/people/' || id || '/edit' from person",
  },
  "people/:id/placements/:placementId/edit": {
    roles: leaders,
    addresses: `select '/people/' || person_id || '/placements/' || id || '/edit' from placement
      where withdrawn_at is null`,
  },
  "courses/:id/edit": {
    roles: leaders,
    addresses: "select '/courses/' || id || '/edit' from course",
  },
  "training/:id/edit": {
    roles: ["employee"],
    addresses: `select '/training/' || record.id || '/edit' from training_record record
      join account on account.person_id = record.person_id and account.demo_role = 'employee'
      where record.status = 'returned'`,
  },
  "reports/:id/edit": {
    roles: ["project_manager"],
    addresses: "select '/reports/' || id || '/edit' from report where shared_at is null",
  },
};

export const editRoutes = Object.keys(routes);

/** The addresses of the forms that change some rows of each kind, `most` of a kind. */
export async function editAddresses(db: Database, most: number): Promise<EditAddress[]> {
  const found = await Promise.all(
    Object.entries(routes).map(async ([route, { roles, addresses }]) => {
      const rows = await db.$queryRawUnsafe<{ path: string }[]>(
        `select path from (${addresses}) as address (path) order by md5(path) limit $1`,
        most,
      );
      return rows.map(({ path }) => ({ route, path, roles }));
    }),
  );
  return found.flat();
}

function projectPaths(before: string, table?: string, after = ""): string {
  const start = `'/projects/' || project.code || '/${before}'`;
  return table
    ? `select ${start} || part.id || '${after}' from ${table} part join project on project.id = part.project_id`
    : `select ${start} from project`;
}
