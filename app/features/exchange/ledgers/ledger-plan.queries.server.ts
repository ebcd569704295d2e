import type { LedgerTarget } from "~/features/funding/costs/ledger-target.queries.server";
import type { SieFile } from "~/formats/sie/sie-file";
import type { Db } from "~/platform/db.server";
import { companyOf } from "./concerns.server";
import type { ExtractedVoucher } from "./extracted-voucher";
import { extractObject, fiscalYears } from "./ledger-extract.server";
import {
  objectsSharedWith,
  planLedgerImport,
  type LedgerPlan,
  type RelatedVoucher,
} from "./ledger-plan";
import type { ReplacedCost } from "./indirect-twins";
import type { LoggedCost } from "./logged-twins";
import { knownForObject } from "./other-objects";
import { reachOf } from "./reach.server";
import { unbalancedVouchers } from "./unbalanced.server";
import type { KnownVoucher } from "./voucher-match";

/** One object of a ledger, and the project that its costs go to. */
export type LedgerPart = { file: SieFile; target: LedgerTarget; objectCode: string };

/** What importing one object of a ledger into a project would do. Reads only. */
export async function readLedgerPlan(db: Db, part: LedgerPart): Promise<LedgerPlan> {
  const { file, target, objectCode } = part;
  const vouchers = extractObject(file, objectCode, target.companies);
  const [stored, takenBack, sharedWith, logged, replaced] = await Promise.all([
    storedVouchers(db, part, { standing: true }),
    storedVouchers(db, part, { standing: false }),
    importsOfSharedRows(db, vouchers),
    loggedCosts(db, target.id),
    replacedCosts(db, target.id),
  ]);
  const { generatedOn } = file;
  const facts = { vouchers, reach: reachOf(file), yearOf: fiscalYears(file), generatedOn };
  const known = knownForObject(
    { ...facts, known: stored },
    { objectCode, extract: (code) => extractObject(file, code, target.companies) },
  );
  return planLedgerImport({
    ...facts,
    ...{ known, takenBack, sharedWith, logged, replaced },
    unbalanced: unbalancedVouchers(file, objectCode, known),
    project: target,
  });
}

/**
 * The object's vouchers that stand, or those that have been taken back, the last one first, and
 * those of the project under its other objects. The project's own come first, and of other
 * authorities' projects none but of the file's own companies.
 */
async function storedVouchers(
  db: Db,
  { file, target, objectCode }: LedgerPart,
  { standing }: { standing: boolean },
): Promise<KnownVoucher[]> {
  const companies = [...new Set(file.heads.map(companyOf))].filter((company) => company !== "");
  const stored = await db.$queryRaw<Omit<KnownVoucher, "sumOre">[]>`
    select voucher.voucher_id as id, voucher.project_id as "projectId",
      voucher.project_code as "projectCode", voucher.org_number as organisation, voucher.series,
      voucher.number, to_char(voucher.booked_on, 'YYYY-MM-DD') as date, voucher.text,
      import.choices->>'generatedOn' as "generatedOn", voucher.rows,
      voucher.is_replaced as "isReplaced",
      nullif(voucher.object_code, ${objectCode}) as "otherObject"
    from ledger_vouchers() voucher
    left join import on import.id = voucher.import_id
    where (voucher.object_code = ${objectCode} or voucher.project_id = ${target.id}::uuid)
      and (voucher.withdrawn_at is null) = ${standing}
      and (voucher.authority_id = ${target.authorityId}::uuid
        or voucher.org_number = any(${companies}::text[]))
    order by voucher.project_id <> ${target.id}::uuid, voucher.object_code <> ${objectCode},
      voucher.withdrawn_at desc,
      voucher.booked_on, voucher.voucher_id`;
  return stored.map((voucher) => ({
    ...voucher,
    sumOre: voucher.rows.reduce((sum, { amountOre }) => sum + amountOre, 0),
  }));
}

async function importsOfSharedRows(
  db: Db,
  vouchers: readonly ExtractedVoucher[],
): Promise<RelatedVoucher[]> {
  const objectCodes = [...new Set(vouchers.flatMap(objectsSharedWith))];
  if (objectCodes.length === 0) return [];
  return db.$queryRaw<RelatedVoucher[]>`
    select voucher.org_number as organisation, voucher.series, voucher.number,
      to_char(voucher.booked_on, 'YYYY-MM-DD') as date, voucher.object_code as "objectCode",
      voucher.project_code as "projectCode"
    from ledger_vouchers() voucher
    where voucher.object_code = any(${objectCodes}::text[]) and voucher.withdrawn_at is null
    order by voucher.project_code, voucher.object_code`;
}

async function loggedCosts(db: Db, projectId: string): Promise<LoggedCost[]> {
  const costs = await db.$queryRaw<(Omit<LoggedCost, "amountOre"> & { amountOre: bigint })[]>`
    select cost_id as id, text, to_char(booked_on, 'YYYY-MM-DD') as "bookedOn",
      amount_ore as "amountOre"
    from logged_costs(${projectId}::uuid) order by booked_on, cost_id`;
  return costs.map((cost) => ({ ...cost, amountOre: Number(cost.amountOre) }));
}

async function replacedCosts(db: Db, projectId: string): Promise<ReplacedCost[]> {
  const costs = await db.$queryRaw<(Omit<ReplacedCost, "amountOre"> & { amountOre: bigint })[]>`
    select cost_id as id, text, to_char(booked_on, 'YYYY-MM-DD') as "bookedOn",
      amount_ore as "amountOre", voucher_id as "voucherId"
    from replaced_costs(${projectId}::uuid) order by booked_on, cost_id`;
  return costs.map((cost) => ({ ...cost, amountOre: Number(cost.amountOre) }));
}
