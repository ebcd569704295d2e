import type { Viewer } from "~/features/access/viewer";
import { AppError } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { sourceColumns } from "~/platform/source";
import { mayUndo } from "./imports.policy";
import { findImport } from "./imports.queries.server";
import { countRestorable } from "../ledgers/logged-costs.commands.server";
import { sumRestorable } from "../ledgers/replace-vouchers.server";

/** What is there of an import now, and would go with it. */
export type Withdrawal = {
  vouchers: number;
  rows: number;
  sumOre: number;
  /** Logged costs that would count again. */
  restored: number;
  /** What it replaced, or took back because the ledger no longer had it, and that would stand again. */
  again: { vouchers: number; sumOre: number };
};

const nothingAgain = { vouchers: 0, sumOre: 0 };

/** An import that has been carried out, with what taking it back would do. */
export async function showWithdrawal(db: Db, viewer: Viewer, id: string) {
  const found = await findImport(db, viewer, id);
  if (!mayUndo(viewer, found) || found.appliedAt === null) throw new AppError("not-found");
  return {
    id,
    kind: found.kind,
    fileName: found.file.name,
    project: found.project && { code: found.project.code, name: found.project.name },
    withdrawal: await withdrawalOf(db, found),
    submissionId: crypto.randomUUID(),
  };
}

export async function withdrawalOf(
  db: Db,
  { id, kind }: Pick<Awaited<ReturnType<typeof findImport>>, "id" | "kind">,
): Promise<Withdrawal> {
  if (kind === "training") {
    const rows = await db.trainingRecord.count({
      where: { ...sourceColumns({ type: "import", id }), status: "approved" },
    });
    return { vouchers: 0, rows, sumOre: 0, restored: 0, again: nothingAgain };
  }
  const [sums] = await db.$queryRaw<{ vouchers: bigint; rows: bigint; sumOre: bigint }[]>`
    select count(distinct voucher.id) as vouchers, count(cost.id) as rows,
      coalesce(sum(cost.amount_ore), 0)::bigint as "sumOre"
    from voucher left join cost on cost.voucher_id = voucher.id and cost.withdrawn_at is null
    where voucher.import_id = ${id}::uuid and voucher.withdrawn_at is null`;
  return {
    vouchers: Number(sums?.vouchers ?? 0),
    rows: Number(sums?.rows ?? 0),
    sumOre: Number(sums?.sumOre ?? 0),
    restored: await countRestorable(db, id),
    again: await sumRestorable(db, id),
  };
}
