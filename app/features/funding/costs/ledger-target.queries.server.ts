import { underTheirNames } from "../budget/line-names.queries.server";
import { projectOfCode } from "../projects/projects.queries.server";
import type { PlannedLine } from "../rules/account-ranges";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { only } from "~/platform/only";
import { toIsoDate } from "~/terms/day";

/** The authority and the project's partners. */
export type KnownCompanies = {
  /** Null where nobody has said what the authority's number is: then no number is another's. */
  authorityNumber: string | null;
  partnerNumbers: string[];
  names: string[];
};

export type TargetLine = PlannedLine & { name: string; costCategory: string };

/** The project that costs are written to. */
export type LedgerTarget = {
  id: string;
  authorityId: string;
  code: string;
  name: string;
  startsOn: string;
  endsBefore: string;
  /** The lines that money is spent on, in the order of the budget. */
  lines: TargetLine[];
  companies: KnownCompanies;
};

/** An account's rows go to different lines, each to the one whose budget has its day. */
export const byDay = "by-day";

/**
 * Where the rows of an account go: a line's id, `byDay`, or null for not yet placed. Accounts that
 * are left out go where the project's own ranges and budgets say.
 */
export type Placement = Record<string, string | null>;

/** The project with the id or code; 404 where there is none. Who may is the caller's matter. */
export async function ledgerTarget(
  db: Db,
  where: { id: string } | { code: string },
): Promise<LedgerTarget> {
  const projectId = "id" in where ? where.id : await projectOfCode(db, where.code);
  const project = await db.project.findFirst({
    where: { id: only(projectId) },
    include: {
      authority: { select: { name: true, orgNumber: true } },
      partners: {
        where: { withdrawnAt: null },
        select: { name: true, orgNumber: true, role: true },
      },
    },
  });
  if (!project) return notFound();
  const { id, authorityId, code, name, authority, partners } = project;
  return {
    id,
    authorityId,
    code,
    name,
    startsOn: toIsoDate(project.startsOn),
    endsBefore: toIsoDate(project.endsBefore),
    lines: await linesForCosts(db, id),
    companies: {
      // The owner of the project is the authority, also where it was set up without its number.
      authorityNumber:
        authority.orgNumber ?? partners.find(({ role }) => role === "owner")?.orgNumber ?? null,
      partnerNumbers: partners.flatMap(({ orgNumber }) => (orgNumber ? [orgNumber] : [])),
      names: [authority, ...partners].map((company) => company.name),
    },
  };
}

/** With the periods of the budgets that hold until others are decided. */
async function linesForCosts(db: Db, projectId: string): Promise<TargetLine[]> {
  const lines = await db.$queryRaw<TargetLine[]>`
    select line.line_id as id, line.name, line.cost_category as "costCategory", line.accounts,
      (select coalesce(json_agg(json_build_object('startsOn', budget.starts_on,
          'endsBefore', budget.ends_before)), '[]')
        from budget_of(${projectId}::uuid, 'infinity') budget
        where budget.line_id = line.line_id) as planned,
      to_char(line.closed_on, 'YYYY-MM-DD') as "closedOn"
    from lines_of(${projectId}::uuid) line
    where line.financing <> 'in_kind' order by line.place`;
  return underTheirNames(db, { lines, projectIds: [projectId] });
}
