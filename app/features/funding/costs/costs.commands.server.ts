import { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/platform/app-error";
import type { Transaction } from "~/platform/db.server";
import { sourceColumns, type Source } from "~/platform/source";
import { toDbDate, type IsoDate } from "~/terms/day";
import { sameMoney } from "../rules/same-money";
import { requireMoneyLine } from "./money-lines.server";
import { openLine } from "./open-line.server";

export type SourcedCost = {
  projectId: string;
  budgetLineId: string;
  bookedOn: IsoDate;
  /** Positive for money spent. */
  amountOre: number;
  text: string;
  source: Source;
};

/**
 * Books what another room's record cost, in that room's transaction. Throws a `FieldError` at
 * `budgetLineId` where the line is not the project's, or takes own hours and no money.
 */
export async function bookCost(tx: Transaction, cost: SourcedCost): Promise<void> {
  await requireMoneyLine(tx, cost);
  await tx.cost.create({
    data: {
      projectId: cost.projectId,
      budgetLineId: cost.budgetLineId,
      bookedOn: toDbDate(cost.bookedOn),
      amountOre: BigInt(cost.amountOre),
      text: cost.text,
      ...sourceColumns(cost.source),
    },
  });
}

/**
 * Takes back every cost that was booked for another room's record: the rows stay, and count nowhere.
 * Returns how many were taken back; none is no fault.
 */
export async function withdrawCosts(tx: Transaction, source: Source): Promise<number> {
  const { count } = await tx.cost.updateMany({
    where: { ...sourceColumns(source), voucherId: null, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count;
}

/**
 * Takes a row of the ledger for a record's invoice, instead of booking what the record cost; one that
 * is on no budget line comes to the record's. Throws `conflict` where the project's ledger has no such
 * row, or it is another record's by now.
 */
export async function claimInvoice(
  tx: Transaction,
  { costId, projectId, budgetLineId, amountOre, source }: Invoiced,
): Promise<void> {
  const { count } = await tx.cost.updateMany({
    where: {
      ...{ id: costId, projectId, amountOre: { in: sameMoney(amountOre).map(BigInt) } },
      ...{ voucherId: { not: null }, sourceId: null, withdrawnAt: null },
    },
    data: sourceColumns(source),
  });
  if (count === 0) throw new AppError("conflict");
  await tx.$executeRaw`
    update cost set budget_line_id = ${openLine(Prisma.sql`${budgetLineId}::uuid`)}
    where cost.id = ${costId}::uuid and cost.budget_line_id is null`;
}

type Invoiced = Omit<SourcedCost, "bookedOn" | "text"> & { costId: string };

/**
 * Lets the ledger's rows that were taken for a record's invoice be nobody's again: they are in the
 * books, and stay there. Returns how many there were.
 */
export async function releaseInvoices(tx: Transaction, source: Source): Promise<number> {
  const { count } = await tx.cost.updateMany({
    where: { ...sourceColumns(source), voucherId: { not: null } },
    data: { sourceType: null, sourceId: null },
  });
  return count;
}
