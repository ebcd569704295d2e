import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact, type Audit } from "~/platform/transact.server";
import { toIsoDate } from "~/terms/day";
import type { TrainingStatus } from "../records/training-record";
import { can } from "../records/training.policy";
import { reachRecord } from "../records/reachable-records.server";
import type { WithdrawInput } from "../records/training.schema";
import { withdrawSourced } from "../records/withdraw-sourced.commands.server";

/**
 * Takes a training record back. Who logged it may, until it is approved; after that a manager,
 * with a reason: then the confirmed level and the cost go back with it, but an invoice that the
 * ledger has stays in the books. The row stays, as withdrawn. Throws `conflict` where its state no longer allows it.
 */
export async function withdrawRecord(
  db: Database,
  viewer: Viewer,
  { id, reason, submissionId }: WithdrawInput & { id: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "training.withdraw", submissionId };
  return transact(db, act, async (tx, audit) => {
    const { record, subject } = await reachRecord(tx, viewer, id);
    if (can(viewer, "withdraw", subject)) return withdrawOwn(tx, audit, record);
    if (can(viewer, "take-back", subject)) {
      return takeBack(tx, audit, { record, reason, viewer });
    }
    const could = (["withdraw", "take-back"] as const).some((verb) =>
      (["submitted", "approved"] as const).some((status) =>
        can(viewer, verb, { ...subject, status }),
      ),
    );
    throw new AppError(could ? "conflict" : "forbidden");
  });
}

type Stored = Awaited<ReturnType<typeof reachRecord>>["record"];

async function withdrawOwn(tx: Transaction, audit: Audit, record: Stored): Promise<string> {
  await leave(tx, record.id, ["submitted", "returned"]);
  return withdrawn(tx, audit, record);
}

async function takeBack(
  tx: Transaction,
  audit: Audit,
  { record, reason, viewer }: { record: Stored; reason: string; viewer: Viewer },
): Promise<string> {
  const { id } = record;
  if (reason === "") throw new FieldError({ reason: { key: "training.field.reason" } });
  await leave(tx, id, ["approved"]);
  await tx.trainingDecision.create({
    data: {
      trainingRecordId: id,
      approved: false,
      word: reason,
      decidedById: viewer.accountId,
      decidedByName: viewer.name,
    },
  });
  return withdrawn(tx, audit, record);
}

/** What came from it goes, too; the trail keeps what was. */
async function withdrawn(tx: Transaction, audit: Audit, record: Stored): Promise<string> {
  const { id, personId, competenceId, status, title, heldOn, minutes, costOre } = record;
  const gone = await withdrawSourced(tx, { type: "training_record", id });
  const before = {
    ...{ status, title, heldOn: toIsoDate(heldOn), minutes, budgetLineId: record.budgetLineId },
    ...{ projectId: record.projectId, costOre: costOre === null ? null : Number(costOre) },
  };
  const detail = { ...gone, personId, competenceId, before, after: null };
  audit({ type: "training-record", id, detail });
  return id;
}

async function leave(tx: Transaction, id: string, from: TrainingStatus[]): Promise<void> {
  const { count } = await tx.trainingRecord.updateMany({
    where: { id, status: { in: from } },
    data: { status: "withdrawn" },
  });
  if (count === 0) throw new AppError("conflict");
}
