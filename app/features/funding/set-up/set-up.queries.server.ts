import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { projectIdentity, type ProjectIdentity } from "../projects/identity.queries.server";
import type { PartyRole } from "../own-hours/own-hours.queries.server";
import type { ProjectHead } from "../projects/projects.queries.server";
import { missingMoney, type MissingMoney } from "../rules/set-up-missing";

export type LineSetUp = {
  id: string;
  costCategory: string;
  name: string;
  financing: "grant" | "cash" | "in-kind";
  grantId: string | null;
  /** Of the grant that pays it. */
  funder: string | null;
  accounts: string;
  /** Null while nothing is planned. */
  budgetOre: number | null;
};

export type PartnerSetUp = { id: string; name: string; orgNumber: string | null; role: PartyRole };
export type RateSetUp = { id: string; validFrom: IsoDate; rateOre: number };

/** What is entered of a project's papers and money, and what is missing. */
export type MoneySetUp = {
  identity: ProjectIdentity;
  partners: PartnerSetUp[];
  /** In the budget's order. */
  lines: LineSetUp[];
  /** The latest first. */
  rates: RateSetUp[];
  missing: MissingMoney[];
};

/** The set-up of a project that the caller has found within the viewer's reach. */
export async function moneySetUp(
  db: Db,
  { id: projectId, startsOn }: Pick<ProjectHead, "id" | "startsOn">,
): Promise<MoneySetUp> {
  const [identity, partners, lines, rates] = await Promise.all([
    projectIdentity(db, projectId),
    db.partner.findMany({ where: { projectId }, orderBy: [{ role: "asc" }, { name: "asc" }] }),
    linesOf(db, projectId),
    db.hourRate.findMany({ where: { projectId }, orderBy: { validFrom: "desc" } }),
  ]);
  const entered = {
    lines,
    rates: rates.map(({ id, validFrom, rateOre }) => ({
      id,
      validFrom: toIsoDate(validFrom),
      rateOre: Number(rateOre),
    })),
  };
  const { purpose, grants } = identity;
  return {
    identity,
    ...entered,
    partners: partners.map(({ id, name, orgNumber, role }) => ({ id, name, orgNumber, role })),
    missing: missingMoney({
      ...{ purpose, startsOn, grants },
      lines: lines.map((line) => ({ ...line, hasBudget: line.budgetOre !== null })),
      rates: entered.rates,
    }),
  };
}

async function linesOf(db: Db, projectId: string): Promise<LineSetUp[]> {
  const lines = await db.budgetLine.findMany({
    where: { projectId },
    orderBy: { position: "asc" },
    include: { amounts: true, grant: { include: { funder: true } } },
  });
  return lines.map(({ id, costCategory, name, financing, grantId, grant, accounts, amounts }) => ({
    ...{ id, costCategory, name, grantId, accounts },
    financing: financing === "in_kind" ? ("in-kind" as const) : financing,
    funder: grant?.funder.name ?? null,
    budgetOre:
      amounts.length === 0
        ? null
        : amounts.reduce((sum, { amountOre }) => sum + Number(amountOre), 0),
  }));
}
