import type { Db } from "~/platform/db.server";
import type { SieFile } from "~/formats/sie/sie-file";
import { toIsoDate } from "~/terms/day";
import type { ExtractedVoucher } from "./extracted-voucher";
import { extractObject, organisationOf } from "./ledger-extract.server";
import {
  objectsSharedWith,
  planLedgerImport,
  type KnownVoucher,
  type LedgerPlan,
  type RelatedVoucher,
} from "./ledger-plan";
import type { LedgerTarget } from "./ledger-target.queries.server";
import type { LoggedCost } from "./logged-twins";

/** One object of a ledger, and the project that its costs go to. */
export type LedgerPart = { file: SieFile; target: LedgerTarget; objectCode: string };

/** What importing one object of a ledger into a project would do. Reads only. */
export async function readLedgerPlan(db: Db, part: LedgerPart): Promise<LedgerPlan> {
  const { file, target, objectCode } = part;
  const vouchers = extractObject(file, objectCode);
  const [known, sharedWith, alike, logged, takenBack] = await Promise.all([
    knownVouchers(db, vouchers, objectCode),
    importsOfSharedRows(db, vouchers),
    alikeVouchers(db, vouchers, part),
    loggedCosts(db, target.id),
    takenBackVouchers(db, vouchers, objectCode),
  ]);
  const facts = { vouchers, known, sharedWith, alike, logged, takenBack };
  return planLedgerImport({ ...facts, project: target });
}

type StoredVoucher = Omit<KnownVoucher, "sumOre" | "rows"> & { id: string; sumOre: bigint };

async function knownVouchers(
  db: Db,
  vouchers: readonly ExtractedVoucher[],
  objectCode: string,
): Promise<KnownVoucher[]> {
  const stored = await db.$queryRaw<StoredVoucher[]>`
    select voucher.id, voucher.identity, voucher.content_hash as content,
      voucher.project_id as "projectId", project.code as "projectCode",
      coalesce(sum(cost.amount_ore), 0)::bigint as "sumOre"
    from voucher
    join project on project.id = voucher.project_id
    left join cost on cost.voucher_id = voucher.id
    where voucher.object_code = ${objectCode} and voucher.withdrawn_at is null
      and voucher.identity = any(${vouchers.map(({ identity }) => identity)}::text[])
    group by voucher.id, project.id`;
  const contents = new Map(vouchers.map(({ identity, content }) => [identity, content]));
  const differing = stored.filter(({ identity, content }) => contents.get(identity) !== content);
  const rows = await costRows(
    db,
    differing.map(({ id }) => id),
  );
  return stored.map(({ id, sumOre, ...voucher }) => ({
    ...voucher,
    sumOre: Number(sumOre),
    rows: rows.get(id) ?? [],
  }));
}

/** Identities of the vouchers that have been here and were taken back with their import. */
async function takenBackVouchers(
  db: Db,
  vouchers: readonly ExtractedVoucher[],
  objectCode: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ identity: string }[]>`
    select distinct identity from voucher
    where object_code = ${objectCode} and withdrawn_at is not null
      and identity = any(${vouchers.map(({ identity }) => identity)}::text[])`;
  return rows.map(({ identity }) => identity);
}

async function costRows(db: Db, voucherIds: string[]): Promise<Map<string, KnownVoucher["rows"]>> {
  const costs = await db.$queryRaw<
    { voucherId: string; account: string; amountOre: bigint; text: string }[]
  >`
    select voucher_id as "voucherId", coalesce(account, '') as account,
      amount_ore as "amountOre", text
    from cost where voucher_id = any(${voucherIds}::uuid[]) order by voucher_id, row_number`;
  const byVoucher = new Map<string, KnownVoucher["rows"]>();
  for (const { voucherId, amountOre, ...row } of costs) {
    const rows = byVoucher.get(voucherId) ?? [];
    rows.push({ ...row, amountOre: Number(amountOre) });
    byVoucher.set(voucherId, rows);
  }
  return byVoucher;
}

async function importsOfSharedRows(
  db: Db,
  vouchers: readonly ExtractedVoucher[],
): Promise<RelatedVoucher[]> {
  const shared = vouchers.filter((voucher) => objectsSharedWith(voucher).length > 0);
  if (shared.length === 0) return [];
  return db.$queryRaw<RelatedVoucher[]>`
    select voucher.identity, voucher.object_code as "objectCode", project.code as "projectCode"
    from voucher join project on project.id = voucher.project_id
    where voucher.identity = any(${shared.map(({ identity }) => identity)}::text[])
      and voucher.withdrawn_at is null
    order by project.code, voucher.object_code`;
}

/**
 * The vouchers that are in the project already, with the same series, number, date, text and rows,
 * but from a file that named another organisation (or none) or another fiscal year.
 */
async function alikeVouchers(
  db: Db,
  vouchers: readonly ExtractedVoucher[],
  { file, target, objectCode }: LedgerPart,
): Promise<string[]> {
  const stored = await db.$queryRaw<StoredHead[]>`
    select content_hash as content, org_number as "orgNumber", fiscal_year as "fiscalYear",
      series, number
    from voucher
    where project_id = ${target.id}::uuid and object_code = ${objectCode} and withdrawn_at is null`;
  const heads = new Map(stored.map((head) => [headKey(head), head]));
  const orgNumber = storedOrgNumber(file);
  return vouchers
    .filter((voucher) => {
      const head = heads.get(headKey(voucher));
      return (
        head !== undefined &&
        (head.orgNumber !== orgNumber || head.fiscalYear !== voucher.fiscalYear)
      );
    })
    .map(({ identity }) => identity);
}

type StoredHead = {
  content: string;
  orgNumber: string;
  fiscalYear: string;
  series: string;
  number: string;
};

function headKey({ content, series, number }: Pick<StoredHead, "content" | "series" | "number">) {
  return JSON.stringify([content, series, number]);
}

/** A sole trader's number is the person's own identity number, which isn't kept. */
export function storedOrgNumber(file: SieFile): string {
  return file.orgNumber?.isPersonal ? "" : organisationOf(file);
}

async function loggedCosts(db: Db, projectId: string): Promise<LoggedCost[]> {
  const costs = await db.cost.findMany({
    where: { projectId, sourceId: { not: null }, voucherId: null, withdrawnAt: null },
    orderBy: [{ bookedOn: "asc" }, { id: "asc" }],
    select: { id: true, text: true, bookedOn: true, amountOre: true },
  });
  return costs.map(({ bookedOn, amountOre, ...cost }) => ({
    ...cost,
    bookedOn: toIsoDate(bookedOn),
    amountOre: Number(amountOre),
  }));
}
