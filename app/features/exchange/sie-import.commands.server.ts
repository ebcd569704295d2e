import { lineOfAccount, type LineWithAccounts } from "~/features/funding/account-ranges";
import { AppError } from "~/platform/app-error";
import { toDbDate, toIsoDate } from "~/platform/clock";
import type { Database, Db, Transaction } from "~/platform/db.server";
import { transact, type Actor } from "~/platform/transact.server";
import type { SieFile } from "~/formats/sie/sie-file";
import { extractObject, organisationOf, type ExtractedVoucher } from "./ledger-extract.server";
import { planLedgerImport, type LedgerPlan } from "./ledger-plan";

export type LedgerTarget = {
  id: string;
  code: string;
  name: string;
  startsOn: string;
  endsBefore: string;
  lines: (LineWithAccounts & { name: string; costCategory: string })[];
};

/**
 * Where the rows of an account go: a line's id, or null for not yet placed. Accounts that are
 * left out go where the project's own ranges say.
 */
export type Placement = Record<string, string | null>;

/** The project that costs are to be written to. The caller has seen to it that the person may. */
export async function ledgerTarget(
  db: Db,
  where: { id: string } | { code: string },
): Promise<LedgerTarget> {
  const project = await db.project.findUnique({
    where,
    include: {
      budgetLines: { where: { financing: { not: "in_kind" } }, orderBy: { position: "asc" } },
    },
  });
  if (!project) throw new AppError("not-found");
  return {
    id: project.id,
    code: project.code,
    name: project.name,
    startsOn: toIsoDate(project.startsOn),
    endsBefore: toIsoDate(project.endsBefore),
    lines: project.budgetLines.map(({ id, name, costCategory, accounts }) => ({
      id,
      name,
      costCategory,
      accounts,
    })),
  };
}

/** What importing one object of a ledger into a project would do. Reads only. */
export async function planSieImport(
  db: Db,
  { file, target, objectCode }: { file: SieFile; target: LedgerTarget; objectCode: string },
): Promise<LedgerPlan> {
  const vouchers = extractObject(file, objectCode);
  const known = await db.$queryRaw<
    { identity: string; content: string; projectId: string; projectCode: string; sumOre: bigint }[]
  >`
    select voucher.identity, voucher.content_hash as content, voucher.project_id as "projectId",
      project.code as "projectCode", coalesce(sum(cost.amount_ore), 0)::bigint as "sumOre"
    from voucher
    join project on project.id = voucher.project_id
    left join cost on cost.voucher_id = voucher.id
    where voucher.object_code = ${objectCode}
      and voucher.identity = any(${vouchers.map(({ identity }) => identity)}::text[])
    group by voucher.id, project.id`;
  return planLedgerImport({
    vouchers,
    known: known.map((voucher) => ({ ...voucher, sumOre: Number(voucher.sumOre) })),
    project: target,
  });
}

/** The line of each account that the plan would write on, as the project's own ranges say. */
export function placementOf(plan: LedgerPlan, target: LedgerTarget): Placement {
  const accounts = new Set(plan.added.flatMap(({ rows }) => rows.map(({ account }) => account)));
  return Object.fromEntries(
    [...accounts].sort().map((account) => [account, lineOfAccount(target.lines, account)]),
  );
}

export type LedgerOutcome = { vouchers: number; rows: number; sumOre: number };

type LedgerImport = {
  file: SieFile;
  target: LedgerTarget;
  objectCode: string;
  placement: Placement;
  /** The uploaded import that this carries out; null from the command line. */
  importId: string | null;
};

/**
 * Writes the vouchers that the plan calls new, with their rows as costs, all or none. Planned
 * anew inside the transaction and under a lock on the project, so that two imports at once add
 * nothing twice.
 */
export async function importLedger(
  db: Database,
  actor: Actor,
  ledger: LedgerImport,
): Promise<LedgerOutcome> {
  const outcome: LedgerOutcome = { vouchers: 0, rows: 0, sumOre: 0 };
  await transact(db, { actor, action: "ledger.import" }, async (tx, audit) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('ledger import'))`;
    const plan = await planSieImport(tx, ledger);
    const rows = await writeVouchers(tx, plan.added, ledger);
    Object.assign(outcome, { vouchers: plan.added.length, rows, sumOre: plan.addedSumOre });
    if (ledger.importId) await markApplied(tx, actor, { ...ledger, outcome });
    audit({
      type: "project",
      id: ledger.target.id,
      detail: { object: ledger.objectCode, importId: ledger.importId, ...outcome },
    });
    return ledger.target.id;
  });
  return outcome;
}

async function markApplied(
  tx: Transaction,
  actor: Actor,
  { importId, target, objectCode, outcome }: LedgerImport & { outcome: LedgerOutcome },
): Promise<void> {
  const marked = await tx.import.updateMany({
    where: { id: importId ?? "", appliedAt: null },
    data: {
      appliedAt: new Date(),
      appliedById: actor.accountId,
      projectId: target.id,
      choices: { object: objectCode },
      outcome,
    },
  });
  if (marked.count === 0) throw new AppError("conflict");
}

async function writeVouchers(
  tx: Transaction,
  vouchers: ExtractedVoucher[],
  { file, target, objectCode, placement, importId }: LedgerImport,
): Promise<number> {
  const lines = new Set(target.lines.map(({ id }) => id));
  const orgNumber = organisationOf(file);
  const written = await tx.voucher.createManyAndReturn({
    data: vouchers.map((voucher) => ({
      projectId: target.id,
      identity: voucher.identity,
      objectCode,
      orgNumber,
      fiscalYear: voucher.fiscalYear,
      series: voucher.series,
      number: voucher.number,
      bookedOn: toDbDate(voucher.date),
      text: voucher.text,
      contentHash: voucher.content,
      importId,
    })),
    select: { id: true, identity: true },
  });
  const idOf = new Map(written.map(({ identity, id }) => [identity, id]));
  const costs = vouchers.flatMap((voucher) =>
    voucher.rows.map((row, index) => {
      const lineId =
        row.account in placement
          ? (placement[row.account] ?? null)
          : lineOfAccount(target.lines, row.account);
      return {
        projectId: target.id,
        budgetLineId: lineId !== null && lines.has(lineId) ? lineId : null,
        bookedOn: toDbDate(voucher.date),
        amountOre: row.amountOre,
        text: row.text || voucher.text,
        account: row.account,
        voucherId: idOf.get(voucher.identity) ?? null,
        rowNumber: index + 1,
      };
    }),
  );
  await tx.cost.createMany({ data: costs });
  return costs.length;
}
