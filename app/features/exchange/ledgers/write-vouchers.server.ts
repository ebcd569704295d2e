import { randomUUID } from "node:crypto";
import { lineOfCost } from "~/features/funding/rules/account-ranges";
import type { Transaction } from "~/platform/db.server";
import type { ExtractedVoucher } from "./extracted-voucher";
import { byDay, type LedgerTarget, type Placement } from "./ledger-target.queries.server";

type Written = {
  target: LedgerTarget;
  objectCode: string;
  orgNumber: string;
  placement: Placement;
  importId: string;
};

/** One statement takes so many: row by row a hundred thousand rows take minutes. */
const vouchersAStatement = 2000;

/** Writes vouchers with their rows as costs, and returns how many rows that was. */
export async function writeVouchers(
  tx: Transaction,
  vouchers: readonly ExtractedVoucher[],
  written: Written,
): Promise<number> {
  let rows = 0;
  for (let first = 0; first < vouchers.length; first += vouchersAStatement) {
    const some = vouchers
      .slice(first, first + vouchersAStatement)
      .map((voucher) => ({ ...voucher, id: randomUUID() }));
    await insertVouchers(tx, some, written);
    rows += await insertCosts(tx, some, written);
  }
  return rows;
}

type NewVoucher = ExtractedVoucher & { id: string };

async function insertVouchers(
  tx: Transaction,
  vouchers: readonly NewVoucher[],
  { target, objectCode, orgNumber, importId }: Written,
): Promise<void> {
  const rows = vouchers.map(
    ({ id, identity, fiscalYear, series, number, date, text, content }) => ({
      ...{ id, identity, series, number, text },
      fiscal_year: fiscalYear,
      booked_on: date,
      content_hash: content,
    }),
  );
  await tx.$executeRaw`
    insert into voucher (project_id, object_code, org_number, import_id, id, identity, fiscal_year,
      series, number, booked_on, text, content_hash)
    select ${target.id}::uuid, ${objectCode}, ${orgNumber}, ${importId}::uuid, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, identity text,
      fiscal_year text, series text, number text, booked_on date, text text, content_hash text)`;
}

async function insertCosts(
  tx: Transaction,
  vouchers: readonly NewVoucher[],
  { target, placement }: Written,
): Promise<number> {
  const place = lineFinder(target, placement);
  const rows = vouchers.flatMap(({ id, rows: costs }) =>
    costs.map((row, index) => ({
      voucher_id: id,
      budget_line_id: place(row),
      booked_on: row.bookedOn,
      amount_ore: row.amountOre,
      text: row.costText,
      account: row.account,
      row_number: index + 1,
    })),
  );
  return tx.$executeRaw`
    insert into cost (id, project_id, voucher_id, budget_line_id, booked_on, amount_ore, text,
      account, row_number)
    select gen_random_uuid(), ${target.id}::uuid, row.*
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (voucher_id uuid,
      budget_line_id uuid, booked_on date, amount_ore bigint, text text, account text,
      row_number int)`;
}

/** The line of a row: as chosen for its account, or by its day and the project's ranges. */
function lineFinder(
  target: LedgerTarget,
  placement: Placement,
): (row: { account: string; bookedOn: string }) => string | null {
  const lines = new Set(target.lines.map(({ id }) => id));
  const found = new Map<string, string | null>();
  return ({ account, bookedOn: day }) => {
    const key = `${account} ${day}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const isChosen = Object.hasOwn(placement, account) && placement[account] !== byDay;
    const chosen = isChosen
      ? (placement[account] ?? null)
      : lineOfCost(target.lines, { account, day });
    const line = chosen !== null && lines.has(chosen) ? chosen : null;
    found.set(key, line);
    return line;
  };
}
