import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";

/**
 * Makes sure that a budget line takes costs of the project, and keeps it from being removed until
 * the transaction has ended. Throws a `FieldError` at `budgetLineId` where the line is not the
 * project's (any more), or takes own hours and no money.
 */
export async function requireMoneyLine(
  tx: Transaction,
  { projectId, budgetLineId }: { projectId: string; budgetLineId: string },
): Promise<void> {
  const line = await holdLine(tx, budgetLineId);
  if (line?.projectId !== projectId) {
    throw new FieldError({ budgetLineId: { key: "funding.errors.lineOfOtherProject" } });
  }
  requireMoney(line);
}

/** The same of a line whose project the caller has no word on. */
export async function requireOpenLine(tx: Transaction, budgetLineId: string): Promise<void> {
  const line = await holdLine(tx, budgetLineId);
  if (!line) throw new FieldError({ budgetLineId: { key: "errors.unreadable" } });
  requireMoney(line);
}

type HeldLine = { projectId: string; financing: string };

function requireMoney({ financing }: HeldLine): void {
  if (financing === "in-kind") {
    throw new FieldError({ budgetLineId: { key: "funding.errors.lineTakesHours" } });
  }
}

/**
 * A line that stands, held: who removes it waits for this transaction, and this one for whoever is
 * removing it.
 */
export async function holdLine(tx: Transaction, id: string): Promise<HeldLine | undefined> {
  const [line] = await tx.$queryRaw<HeldLine[]>`
    select project_id as "projectId", financing::text as financing from budget_line
    where id = ${id}::uuid and withdrawn_at is null for share`;
  return line;
}
