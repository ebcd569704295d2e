import { AppError } from "~/platform/app-error";
import type { Transaction } from "~/platform/db.server";
import { grouped } from "~/terms/grouped";
import { rowSuccessors } from "../rules/row-successors";
import { dividedAmount } from "../rules/divided-amount";

/** Rows of a voucher, by their places, that are several courses' together. */
type Shared = {
  voucher: { key: string };
  rows: readonly number[];
  costs: readonly { amountOre: number }[];
};

/**
 * Divides rows of the ledger between the courses whose invoice they are together, each row in as many
 * parts as there are courses, by what these were logged to cost. The parts stay one row of the ledger.
 */
export async function splitRows(
  tx: Transaction,
  shares: readonly Shared[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { voucher, rows, costs } of shares) {
    const voucherId = ids.get(voucher.key);
    if (voucherId === undefined) continue;
    const weights = costs.map(({ amountOre }) => amountOre);
    let beforeOre = 0;
    for (const row of rows) {
      beforeOre += await splitRow(tx, { voucherId, rowNumber: row + 1, weights, beforeOre });
    }
  }
}

/** Divides the rows of what takes a voucher's place as that voucher's were divided. */
export async function splitAsBefore(
  tx: Transaction,
  removed: readonly { known: { id: string }; by: { key: string } | null }[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const successions = removed.flatMap(({ known, by }) => {
    const next = by ? ids.get(by.key) : undefined;
    return next === undefined ? [] : [{ old: known.id, next }];
  });
  const vouchers = successions.flatMap(({ old, next }) => [old, next]);
  const rows = grouped(await wholeRows(tx, vouchers), ({ voucherId }) => voucherId);
  for (const { old, next } of successions) {
    const [before, now] = [rows.get(old) ?? [], rows.get(next) ?? []];
    if (before.every(({ parts }) => parts.length < 2)) continue;
    for (const [one, other] of rowSuccessors(before, now)) {
      const [weights, row] = [before[one]?.parts ?? [], now[other]];
      if (weights.length < 2 || !row) continue;
      const { rowNumber } = row;
      await splitRow(tx, { voucherId: next, rowNumber, weights, beforeOre: 0 });
    }
  }
}

type WholeRow = {
  voucherId: string;
  rowNumber: number;
  account: string;
  amountOre: number;
  text: string;
  /** The amounts of its parts, over 0. */
  parts: number[];
};

async function wholeRows(tx: Transaction, voucherIds: readonly string[]): Promise<WholeRow[]> {
  if (voucherIds.length === 0) return [];
  const rows = await tx.$queryRaw<(Omit<WholeRow, "amountOre"> & { amountOre: bigint })[]>`
    select voucher_id as "voucherId", row_number as "rowNumber",
      coalesce(min(account), '') as account, sum(amount_ore)::bigint as "amountOre",
      min(text) as text, json_agg(greatest(abs(amount_ore), 1) order by row_part) as parts
    from cost where voucher_id = any(${[...voucherIds]}::uuid[])
    group by voucher_id, row_number order by voucher_id, row_number`;
  return rows.map((row) => ({ ...row, amountOre: Number(row.amountOre) }));
}

type Split = {
  voucherId: string;
  rowNumber: number;
  weights: readonly number[];
  /** What of the same invoice has been divided: the parts of all rows together are to be exact. */
  beforeOre: number;
};

/**
 * Returns what the row is. One that was divided before keeps its parts, though there be nothing left
 * for them. Throws `conflict` where it is a course's by now.
 */
async function splitRow(
  tx: Transaction,
  { voucherId, rowNumber, weights, beforeOre }: Split,
): Promise<number> {
  const parts = await tx.cost.findMany({
    where: { voucherId, rowNumber, withdrawnAt: null },
    orderBy: { rowPart: "asc" },
    select: { id: true, amountOre: true, sourceId: true },
  });
  const [row] = parts;
  if (!row || parts.some(({ sourceId }) => sourceId !== null)) throw new AppError("conflict");
  const sumOre = parts.reduce((sum, { amountOre }) => sum + Number(amountOre), 0);
  const before = dividedAmount(beforeOre, weights);
  const until = dividedAmount(beforeOre + sumOre, weights);
  const amounts = until.map((amountOre, index) => amountOre - (before[index] ?? 0));
  for (const [index, { id }] of parts.entries()) {
    await tx.cost.update({ where: { id }, data: { amountOre: BigInt(amounts[index] ?? 0) } });
  }
  const more = amounts.slice(parts.length);
  await tx.$executeRaw`
    insert into cost (id, project_id, voucher_id, budget_line_id, booked_on, amount_ore, text,
      account, row_number, row_part)
    select gen_random_uuid(), cost.project_id, cost.voucher_id, cost.budget_line_id,
      cost.booked_on, part.amount_ore, cost.text, cost.account, cost.row_number,
      part.place + ${parts.length}
    from cost, unnest(${more}::bigint[]) with ordinality as part (amount_ore, place)
    where cost.id = ${row.id}::uuid`;
  return sumOre;
}
