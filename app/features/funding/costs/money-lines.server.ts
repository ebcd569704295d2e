import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { IsoDate } from "~/terms/day";

/**
 * Makes sure that a budget line takes costs of the project, and keeps it from being removed until
 * the transaction has ended. Throws a `FieldError` at `budgetLineId` where the line is not the
 * project's (any more), takes own hours and no money, or, with a day, where its grant was closed
 * before.
 */
export async function requireMoneyLine(
  tx: Transaction,
  { projectId, budgetLineId, day }: { projectId: string; budgetLineId: string; day?: IsoDate },
): Promise<void> {
  const line = await holdLine(tx, budgetLineId);
  if (line?.projectId !== projectId) {
    throw new FieldError({ budgetLineId: { key: "funding.errors.lineOfOtherProject" } });
  }
  requireMoney(line);
  const { closedOn } = line;
  if (day !== undefined && closedOn !== null && closedOn < day) {
    const values = { date: closedOn };
    throw new FieldError({ budgetLineId: { key: "funding.errors.grantClosed", values } });
  }
}

/** The same of a line whose project the caller has no word on. */
export async function requireOpenLine(tx: Transaction, budgetLineId: string): Promise<void> {
  const line = await holdLine(tx, budgetLineId);
  if (!line) throw new FieldError({ budgetLineId: { key: "errors.notOffered" } });
  requireMoney(line);
}

type HeldLine = { projectId: string; financing: string; closedOn: IsoDate | null };

function requireMoney({ financing }: HeldLine): void {
  if (financing === "in_kind") {
    throw new FieldError({ budgetLineId: { key: "funding.errors.lineTakesHours" } });
  }
}

/**
 * A line that stands, held: who removes it waits for this transaction, and this one for whoever is
 * removing it.
 */
export async function holdLine(tx: Transaction, id: string): Promise<HeldLine | undefined> {
  const [line] = await tx.$queryRaw<HeldLine[]>`
    select line.project_id as "projectId", line.financing::text as financing,
      to_char(payer.closed_on, 'YYYY-MM-DD') as "closedOn"
    from budget_line line left join "grant" payer on payer.id = line.grant_id
    where line.id = ${id}::uuid and line.withdrawn_at is null for share of line`;
  return line;
}
