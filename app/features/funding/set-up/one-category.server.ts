import type { Transaction } from "~/platform/db.server";
import type { Audit } from "~/platform/transact.server";
import { categoryKey } from "../rules/cost-categories";

type Typed = {
  projectId: string;
  /** The line that it is typed for; null for a new one. */
  id: string | null;
  typed: string;
  was: { costCategory: string } | null;
};

/**
 * A cost category is written alike on all lines of a project: as it is already, or, where a line's
 * own has been given other capitals, as that on all of them. Returns how it is written.
 */
export async function oneCategory(
  tx: Transaction,
  audit: Audit,
  { projectId, id: own, typed, was }: Typed,
): Promise<string> {
  if (was?.costCategory === typed) return typed;
  const isAlike = (costCategory: string) => categoryKey(costCategory) === categoryKey(typed);
  const lines = await tx.budgetLine.findMany({
    where: { projectId, withdrawnAt: null },
    orderBy: { position: "asc" },
    select: { id: true, costCategory: true },
  });
  const others = lines.filter((line) => line.id !== own && isAlike(line.costCategory));
  if (!was || !isAlike(was.costCategory)) return others[0]?.costCategory ?? typed;
  for (const { id, costCategory } of others) {
    await tx.budgetLine.update({ where: { id }, data: { costCategory: typed } });
    audit({ type: "budget-line", id, detail: { costCategory: typed, was: { costCategory } } });
  }
  return typed;
}
