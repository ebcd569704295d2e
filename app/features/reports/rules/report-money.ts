import { byCostCategory } from "~/features/funding/rules/cost-categories";
import type {
  FinancingKind,
  ProjectMoney,
  SourceMoney,
  Sums,
  ToldLine,
} from "~/features/funding/rules/project-money";
import type { ReportMoney, ReportSums, SourceSums } from "./report";
import { rowsOf, type ReportRow } from "./report-row";

/** A project's money as a report tells it, with the comments on its lines by the lines' ids. */
export function reportMoneyOf(
  money: ProjectMoney,
  comments: ReadonlyMap<string, string>,
): ReportMoney {
  return {
    lines: money.lines.map((line) => ({
      ...sumsOf(line),
      lineId: line.lineId,
      costCategory: line.costCategory,
      name: line.name,
      financing: line.financing,
      funder: line.funder,
      grantTitle: line.grantTitle,
      comment: comments.get(line.lineId) ?? "",
    })),
    unplaced: { ...sumsOf(money.unplaced), count: money.unplaced.count },
    totals: sumsOf(money.totals),
    paid: sumsOf(money.paid),
    categories: byCostCategory(money.lines).map(
      ({ costCategory, budgetOre, planOre, accumulatedOre, remainingOre }) => ({
        costCategory,
        budgetOre,
        planOre,
        accumulatedOre,
        remainingOre,
      }),
    ),
  };
}

export function financingOf(sources: readonly SourceMoney[]): SourceSums[] {
  return sources.map((source) => ({
    kind: source.kind,
    grantId: source.grantId,
    funder: source.funder,
    grantTitle: source.grantTitle,
    ...sumsOf(source),
  }));
}

/** The budget's lines as a report's base told them. */
export function toldLinesOf(base: readonly ReportRow[]): ToldLine[] {
  return rowsOf(base, "line")
    .toSorted((a, b) => a.facts.place - b.facts.place)
    .map(({ id: lineId, facts: { costCategory, name, financing, grant } }) => ({
      ...{ lineId, costCategory, name, grantId: grant },
      financing: financingKinds[financing] ?? "cash",
    }));
}

const financingKinds: Record<string, FinancingKind> = {
  grant: "grant",
  cash: "cash",
  in_kind: "in_kind",
};

function sumsOf(sums: Sums): ReportSums {
  return {
    budgetOre: sums.budgetOre,
    planOre: sums.planOre,
    previousOre: sums.previousOre,
    changedOre: sums.changedOre,
    thisPeriodOre: sums.thisPeriodOre,
    lateOre: sums.lateOre,
    accumulatedOre: sums.accumulatedOre,
    remainingOre: sums.remainingOre,
    varianceOre: sums.varianceOre,
    varianceShare: sums.varianceShare,
  };
}
