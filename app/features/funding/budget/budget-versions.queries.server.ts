import { todayInStockholm } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";
import { budgetChanges, type BudgetChange, type BudgetVersion } from "../rules/budget-decisions";
import { lineTitle } from "../rules/line-title";
import { underTheirNames } from "./line-names.queries.server";

export type LineChange = BudgetChange & { lineId: string; title: string };

/** Every budget that a line has had, in the order in which `budgetChanges` reads them. */
export async function versionsOf(db: Db, lineId: string): Promise<BudgetVersion[]> {
  return (await versionsByLine(db, [lineId])).get(lineId) ?? [];
}

/** How the budget of a project's lines has changed, the latest first. */
export async function budgetChangesOf(db: Db, projectId: string): Promise<LineChange[]> {
  const stored = await db.$queryRaw<{ id: string; costCategory: string; name: string }[]>`
    select line_id as id, cost_category as "costCategory", name
    from lines_of(${projectId}::uuid) order by place`;
  const lines = await underTheirNames(db, { lines: stored, projectIds: [projectId] });
  const versions = await versionsByLine(
    db,
    lines.map(({ id }) => id),
  );
  return lines
    .flatMap(({ id: lineId, ...line }) =>
      budgetChanges(versions.get(lineId) ?? []).map((change) => ({
        ...{ lineId, title: lineTitle(line) },
        ...change,
      })),
    )
    .toReversed()
    .toSorted((a, b) => b.on.localeCompare(a.on));
}

async function versionsByLine(db: Db, lineIds: string[]): Promise<Map<string, BudgetVersion[]>> {
  const rows = await db.budgetAmount.findMany({
    where: { budgetLineId: { in: lineIds } },
    orderBy: [
      { decidedOn: "asc" },
      { withdrawnAt: { sort: "asc", nulls: "last" } },
      { startsOn: "asc" },
    ],
  });
  const byLine = new Map<string, Map<string, BudgetVersion>>();
  for (const row of rows) {
    const versions = byLine.get(row.budgetLineId) ?? new Map<string, BudgetVersion>();
    byLine.set(row.budgetLineId, versions);
    const key = `${toIsoDate(row.decidedOn)} ${row.withdrawnAt?.toISOString() ?? ""}`;
    const version = versions.get(key) ?? {
      decidedOn: toIsoDate(row.decidedOn),
      withdrawnOn: row.withdrawnAt && todayInStockholm(row.withdrawnAt),
      amounts: [],
    };
    versions.set(key, version);
    version.amounts.push({
      startsOn: toIsoDate(row.startsOn),
      endsBefore: toIsoDate(row.endsBefore),
      amountOre: Number(row.amountOre),
    });
  }
  return new Map([...byLine].map(([lineId, versions]) => [lineId, [...versions.values()]]));
}
