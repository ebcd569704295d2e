import type { SieFile } from "~/formats/sie/sie-file";
import type { Db } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";
import { companyOf } from "./concerns.server";
import type { ExtractedVoucher } from "./extracted-voucher";
import { extractObject, fiscalYears } from "./ledger-extract.server";
import {
  objectsSharedWith,
  planLedgerImport,
  type LedgerPlan,
  type RelatedVoucher,
} from "./ledger-plan";
import type { LedgerTarget } from "./ledger-target.queries.server";
import type { LoggedCost } from "./logged-twins";
import { reachOf } from "./reach.server";
import { unbalancedVouchers } from "./unbalanced.server";
import type { KnownVoucher } from "./voucher-match";

/** One object of a ledger, and the project that its costs go to. */
export type LedgerPart = { file: SieFile; target: LedgerTarget; objectCode: string };

/** What importing one object of a ledger into a project would do. Reads only. */
export async function readLedgerPlan(db: Db, part: LedgerPart): Promise<LedgerPlan> {
  const { file, target, objectCode } = part;
  const vouchers = extractObject(file, objectCode, target.companies);
  const [known, takenBack, sharedWith, logged] = await Promise.all([
    storedVouchers(db, part, { standing: true }),
    storedVouchers(db, part, { standing: false }),
    importsOfSharedRows(db, vouchers),
    loggedCosts(db, target.id),
  ]);
  return planLedgerImport({
    ...{ vouchers, known, takenBack, sharedWith, logged },
    ...{ reach: reachOf(file), yearOf: fiscalYears(file), generatedOn: file.generatedOn },
    unbalanced: unbalancedVouchers(file, objectCode, known),
    project: target,
  });
}

/**
 * The object's vouchers that stand, or those that have been taken back: the project's own first, and
 * of other authorities' projects none but of the file's own companies.
 */
async function storedVouchers(
  db: Db,
  { file, target, objectCode }: LedgerPart,
  { standing }: { standing: boolean },
): Promise<KnownVoucher[]> {
  const companies = [...new Set(file.heads.map(companyOf))].filter((company) => company !== "");
  const stored = await db.$queryRaw<Omit<KnownVoucher, "sumOre">[]>`
    select voucher.id, voucher.project_id as "projectId", project.code as "projectCode",
      voucher.org_number as organisation, voucher.series, voucher.number,
      to_char(voucher.booked_on, 'YYYY-MM-DD') as date, voucher.text,
      import.choices->>'generatedOn' as "generatedOn", coalesce(booked.rows, '[]') as rows
    from voucher
    join project on project.id = voucher.project_id
    left join import on import.id = voucher.import_id
    left join lateral (
      select json_agg(json_build_object('account', coalesce(cost.account, ''),
        'amountOre', cost.amount_ore, 'text', cost.text) order by cost.row_number) as rows
      from cost where cost.voucher_id = voucher.id
    ) booked on true
    where voucher.object_code = ${objectCode} and (voucher.withdrawn_at is null) = ${standing}
      and (project.authority_id = ${target.authorityId}::uuid
        or voucher.org_number = any(${companies}::text[]))
    order by voucher.project_id <> ${target.id}::uuid, voucher.booked_on, voucher.id`;
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
      project.code as "projectCode"
    from voucher join project on project.id = voucher.project_id
    where voucher.object_code = any(${objectCodes}::text[]) and voucher.withdrawn_at is null
    order by project.code, voucher.object_code`;
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
