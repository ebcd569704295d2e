import type { Db } from "~/platform/db.server";
import { projectIdentity, type ProjectIdentity } from "../projects/identity.queries.server";
import type { ProjectHead } from "../projects/projects.queries.server";
import { ratesOf } from "../rates/rates.server";
import type { RateStretch } from "../rules/hour-rates";
import { missingMoney, type MissingMoney } from "../rules/set-up-missing";

export type LineSetUp = {
  id: string;
  costCategory: string;
  name: string;
  financing: "grant" | "cash" | "in_kind";
  grantId: string | null;
  /** What the grant that pays it is called. */
  grantTitle: string | null;
  accounts: string;
  /** Null while nothing is planned. */
  budgetOre: number | null;
};

/** What is entered of a project's papers and money, and what is missing. */
export type MoneySetUp = {
  identity: ProjectIdentity;
  /** In the budget's order. */
  lines: LineSetUp[];
  /** The latest first. */
  rates: RateStretch[];
  missing: MissingMoney[];
};

/** The set-up of a project that the caller has found within the viewer's reach. */
export async function moneySetUp(
  db: Db,
  { id: projectId, startsOn }: Pick<ProjectHead, "id" | "startsOn">,
): Promise<MoneySetUp> {
  const [identity, stored, rates] = await Promise.all([
    projectIdentity(db, projectId),
    linesOf(db, projectId),
    ratesOf(db, projectId),
  ]);
  const { purpose, grants } = identity;
  const titles = new Map(grants.map(({ id, title }) => [id, title]));
  const lines = stored.map((line) => ({
    ...line,
    grantTitle: line.grantId === null ? null : (titles.get(line.grantId) ?? null),
  }));
  return {
    ...{ identity, lines },
    rates: rates.toReversed(),
    missing: missingMoney({
      ...{ purpose, startsOn, grants, rates },
      lines: lines.map((line) => ({ ...line, hasBudget: line.budgetOre !== null })),
    }),
  };
}

type StoredLine = Omit<LineSetUp, "grantTitle" | "budgetOre"> & { budgetOre: bigint | null };

/** With the budgets that hold until others are decided. */
async function linesOf(db: Db, projectId: string): Promise<Omit<LineSetUp, "grantTitle">[]> {
  const lines = await db.$queryRaw<StoredLine[]>`
    select line_id as id, cost_category as "costCategory", name, line.financing,
      grant_id as "grantId", accounts, sum(amount_ore)::bigint as "budgetOre"
    from lines_of(${projectId}::uuid) line
    left join budget_of(${projectId}::uuid, 'infinity') budget using (line_id)
    group by line_id, place, cost_category, name, line.financing, grant_id, accounts
    order by place`;
  return lines.map(({ budgetOre, ...line }) => ({
    ...line,
    budgetOre: budgetOre === null ? null : Number(budgetOre),
  }));
}
