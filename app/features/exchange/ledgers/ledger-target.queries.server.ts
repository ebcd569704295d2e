import { lineOfAccount, type LineWithAccounts } from "~/features/funding/rules/account-ranges";
import { projectOfCode } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { only } from "~/platform/only";
import { toIsoDate } from "~/terms/day";
import type { KnownCompanies } from "./concerns.server";
import type { ExtractedRow } from "./extracted-voucher";
import type { LedgerPlan } from "./ledger-plan";

/** The project that costs are written to. */
export type LedgerTarget = {
  id: string;
  authorityId: string;
  code: string;
  name: string;
  startsOn: string;
  endsBefore: string;
  /** The lines that money is spent on, in the order of the budget. */
  lines: (LineWithAccounts & { name: string; costCategory: string })[];
  companies: KnownCompanies;
};

/**
 * Where the rows of an account go: a line's id, or null for not yet placed. Accounts that are
 * left out go where the project's own ranges say.
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
      partners: { select: { name: true, orgNumber: true, role: true } },
      budgetLines: {
        where: { financing: { not: "in_kind" } },
        orderBy: { position: "asc" },
        select: { id: true, name: true, costCategory: true, accounts: true },
      },
    },
  });
  if (!project) return notFound();
  const { id, authorityId, code, name, budgetLines, authority, partners } = project;
  return {
    id,
    authorityId,
    code,
    name,
    startsOn: toIsoDate(project.startsOn),
    endsBefore: toIsoDate(project.endsBefore),
    lines: budgetLines,
    companies: {
      // The owner of the project is the authority, also where it was set up without its number.
      authorityNumber:
        authority.orgNumber ?? partners.find(({ role }) => role === "owner")?.orgNumber ?? null,
      partnerNumbers: partners.flatMap(({ orgNumber }) => (orgNumber ? [orgNumber] : [])),
      names: [authority, ...partners].map((company) => company.name),
    },
  };
}

/** The line of each account that the plan would write on, as the project's own ranges say. */
export function placementOf(
  plan: Pick<LedgerPlan, "added" | "asked">,
  target: LedgerTarget,
): Placement {
  const accounts = new Set(possibleRows(plan).map(({ account }) => account));
  return Object.fromEntries(
    [...accounts].sort().map((account) => [account, lineOfAccount(target.lines, account)]),
  );
}

/** The rows that the plan writes, and those that it may. */
export function possibleRows({
  added,
  asked,
}: Pick<LedgerPlan, "added" | "asked">): ExtractedRow[] {
  return [...added, ...asked.map(({ voucher }) => voucher)].flatMap(
    (voucher) => voucher?.rows ?? [],
  );
}
