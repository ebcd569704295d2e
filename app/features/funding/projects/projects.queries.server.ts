import { hasRole, type Viewer } from "~/features/access/viewer";
import { Prisma } from "~/generated/prisma/client";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { only } from "~/platform/only";
import { pageCountOf } from "~/platform/paging";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { can, projectCreators, projectReach, type ProjectVerb } from "./projects.policy";

/** A project by what stands at the top of its pages. The period is half-open. */
export type ProjectHead = {
  id: string;
  code: string;
  name: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
};

/**
 * The project of an address, for those who may see, change or set it up. Not there and not the viewer's
 * are the same 404. A code that the project has had leads to it as well: `code` is the one it has.
 */
export async function findProject(
  db: Db,
  viewer: Viewer,
  { code, verb = "see" }: { code: string; verb?: ProjectVerb },
): Promise<ProjectHead & { mayChange: boolean; maySetUp: boolean }> {
  const project = await db.project.findFirst({
    where: { id: only(await projectOfCode(db, code)) },
    select: {
      id: true,
      code: true,
      name: true,
      authorityId: true,
      startsOn: true,
      endsBefore: true,
    },
  });
  if (!project || !can(viewer, verb, project)) return notFound();
  return {
    id: project.id,
    code: project.code,
    name: project.name,
    startsOn: toIsoDate(project.startsOn),
    endsBefore: toIsoDate(project.endsBefore),
    mayChange: can(viewer, "change", project),
    maySetUp: can(viewer, "set-up", project),
  };
}

/** The id of the project that a code leads to, one that it has or has had; null where none does. */
export async function projectOfCode(db: Db, code: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    select project_id as id from project_of_code(${code})`;
  return found?.id ?? null;
}

export type ProjectState = "current" | "coming" | "ended";

export type ProjectRow = {
  code: string;
  name: string;
  unit: string;
  startsOn: IsoDate;
  endsBefore: IsoDate;
  state: ProjectState;
  /** The lines paid in kronor: own hours are no money to spend. */
  budgetOre: number;
  spentOre: number;
  remainingOre: number;
  /** Until the end of which day the ledger is known; null where none has been read. */
  bookedThrough: IsoDate | null;
};

export type ProjectList = {
  projects: ProjectRow[];
  count: number;
  /** Of all pages. */
  currentCount: number;
  /** Of those under way that have a budget; null where none has. */
  currentRemainingOre: number | null;
  /** The viewer may make a project. */
  mayCreate: boolean;
  page: number;
  pageCount: number;
};

const pageSize = 25;

/** The projects within the viewer's reach, those under way first, a page at a time. */
export async function listProjects(
  db: Db,
  viewer: Viewer,
  { page, today }: { page: number; today: IsoDate },
): Promise<ProjectList> {
  const [projects, [sums]] = await Promise.all([
    projectsOnPage(db, viewer, { page, today }),
    db.$queryRaw<StoredTotals[]>`
      with ${reachedProjects(viewer, today)}
      select count(*) as count, count(*) filter (where state = 'current') as "currentCount",
        sum(budget_ore - spent_ore) filter (where state = 'current' and budget_ore <> 0)::bigint
          as "currentRemainingOre"
      from reached`,
  ]);
  const count = Number(sums?.count ?? 0);
  const remaining = sums?.currentRemainingOre ?? null;
  return {
    projects,
    count,
    currentCount: Number(sums?.currentCount ?? 0),
    currentRemainingOre: remaining === null ? null : Number(remaining),
    mayCreate: hasRole(viewer, ...projectCreators),
    page,
    pageCount: pageCountOf(count, pageSize),
  };
}

/** The rows of a page alone: what all pages come to needs every project's books. */
export async function projectsOnPage(
  db: Db,
  viewer: Viewer,
  { page, today }: { page: number; today: IsoDate },
): Promise<ProjectRow[]> {
  const rows = await db.$queryRaw<StoredRow[]>`
    with ${reachedProjects(viewer, today)}
    select code, name, unit, starts_on as "startsOn", ends_before as "endsBefore", state,
      budget_ore as "budgetOre", spent_ore as "spentOre",
      to_char(booked.last_day, 'YYYY-MM-DD') as "bookedThrough"
    from reached cross join lateral booked_through(reached.id, ${today}::date) booked
    order by array_position(array['current', 'coming', 'ended'], state), starts_on desc, code
    limit ${pageSize} offset ${(page - 1) * pageSize}`;
  return rows.map(projectRow);
}

type StoredRow = Omit<ProjectRow, "budgetOre" | "spentOre" | "remainingOre"> & {
  budgetOre: bigint;
  spentOre: bigint;
};
type StoredTotals = { count: bigint; currentCount: bigint; currentRemainingOre: bigint | null };

function projectRow({ budgetOre, spentOre, ...row }: StoredRow): ProjectRow {
  return {
    ...row,
    budgetOre: Number(budgetOre),
    spentOre: Number(spentOre),
    remainingOre: Number(budgetOre - spentOre),
  };
}

/** Each reached project with its state, its budget in kronor, and what is booked until today. */
function reachedProjects(viewer: Viewer, today: IsoDate): Prisma.Sql {
  return Prisma.sql`reached as (
    select project.id, project.code, project.name, unit.name as unit,
      to_char(project.starts_on, 'YYYY-MM-DD') as starts_on,
      to_char(project.ends_before, 'YYYY-MM-DD') as ends_before,
      case when project.starts_on > ${today}::date then 'coming'
        when project.ends_before <= ${today}::date then 'ended' else 'current' end as state,
      paid.budget_ore, paid.spent_ore
    from project join units() unit on unit.id = project.unit_id
      cross join lateral paid_of(project.id, ${today}::date) paid
    where ${withinReach(viewer)}
  )`;
}

function withinReach(viewer: Viewer): Prisma.Sql {
  const reach = projectReach(viewer);
  return "ids" in reach
    ? Prisma.sql`project.id = any(${reach.ids}::uuid[])`
    : Prisma.sql`project.authority_id = ${reach.authorityId}::uuid`;
}
