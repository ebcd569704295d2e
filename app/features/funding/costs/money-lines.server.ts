import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";

/**
 * Makes sure that a budget line takes costs of the project. Throws a `FieldError` at
 * `budgetLineId` where the line is not the project's, or takes own hours and no money.
 */
export async function requireMoneyLine(
  tx: Transaction,
  { projectId, budgetLineId }: { projectId: string; budgetLineId: string },
): Promise<void> {
  const line = await tx.budgetLine.findFirst({
    where: { id: budgetLineId, projectId },
    select: { financing: true },
  });
  if (!line) throw new FieldError({ budgetLineId: { key: "funding.errors.lineOfOtherProject" } });
  if (line.financing === "in_kind") {
    throw new FieldError({ budgetLineId: { key: "funding.errors.lineTakesHours" } });
  }
}
