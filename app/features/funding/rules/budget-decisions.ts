import { sinceAlways, type IsoDate } from "~/terms/day";
import { budgetedOre, type PlannedAmount } from "./plan";

/** A line's whole budget, as it was decided on a day. */
export type BudgetVersion = {
  decidedOn: IsoDate;
  /** The day on which it turned out to have been wrong; null for one that stands. */
  withdrawnOn: IsoDate | null;
  amounts: PlannedAmount[];
};

/** From when a typed budget holds: since a decision, or it is what was meant from the start. */
export type BudgetSince = { since: "decided"; decidedOn: IsoDate } | { since: "start" };

/** What becomes of the budget in force, and since when the typed one is decided. */
export type BudgetStep =
  | { kind: "same" }
  | { kind: "first"; decidedOn: IsoDate }
  /** The one in force was wrong: it is withdrawn, and the typed one holds in its place. */
  | { kind: "correction"; decidedOn: IsoDate }
  | { kind: "replacement"; decidedOn: IsoDate }
  /** The one in force was decided later than that: the step can't be taken. */
  | { kind: "too-early"; decidedOn: IsoDate };

/**
 * A line's budget is decided as a whole. Another decision of the same day corrects the first; one
 * of an earlier day than the budget in force has no place.
 */
export function stepOfBudget(
  inForce: Pick<BudgetVersion, "decidedOn" | "amounts"> | null,
  typed: readonly PlannedAmount[],
  since: BudgetSince,
): BudgetStep {
  const day = since.since === "start" ? sinceAlways : since.decidedOn;
  if (inForce === null) return { kind: "first", decidedOn: day };
  const { decidedOn, amounts } = inForce;
  if (isSameBudget(amounts, typed)) return { kind: "same" };
  if (since.since === "start" || day === decidedOn) return { kind: "correction", decidedOn };
  return day < decidedOn
    ? { kind: "too-early", decidedOn }
    : { kind: "replacement", decidedOn: day };
}

function isSameBudget(one: readonly PlannedAmount[], other: readonly PlannedAmount[]): boolean {
  const written = (amounts: readonly PlannedAmount[]) =>
    amounts
      .map(({ startsOn, endsBefore, amountOre }) => `${startsOn} ${endsBefore} ${amountOre}`)
      .sort()
      .join("\n");
  return written(one) === written(other);
}

/** A budget that took another's place, by their sums. */
export type BudgetChange = {
  /** The day of the decision, or, of a correction, the day on which it was made. */
  on: IsoDate;
  isCorrection: boolean;
  beforeOre: number;
  afterOre: number;
};

/**
 * How a line's budget has changed. The versions come by the day of their decision, and of one
 * decision in the order in which they were found wrong, the one that stands last.
 */
export function budgetChanges(versions: readonly BudgetVersion[]): BudgetChange[] {
  return versions.slice(1).flatMap((version, index) => {
    const before = versions[index];
    if (!before) return [];
    const isCorrection = before.decidedOn === version.decidedOn;
    return [
      {
        on: isCorrection ? (before.withdrawnOn ?? version.decidedOn) : version.decidedOn,
        isCorrection,
        beforeOre: budgetedOre(before.amounts),
        afterOre: budgetedOre(version.amounts),
      },
    ];
  });
}
