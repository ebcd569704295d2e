import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact, type Audit } from "~/platform/transact.server";
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
    const { subject } = await reachRecord(tx, viewer, id);
    if (can(viewer, "withdraw", subject)) return withdrawOwn(tx, audit, id);
    if (can(viewer, "take-back", subject)) {
      return takeBack(tx, audit, { id, reason, viewer });
    }
    const could = (["withdraw", "take-back"] as const).some((verb) =>
      (["submitted", "approved"] as const).some((status) =>
        can(viewer, verb, { ...subject, status }),
      ),
    );
    throw new AppError(could ? "conflict" : "forbidden");
  });
}

async function withdrawOwn(tx: Transaction, audit: Audit, id: string): Promise<string> {
  await leave(tx, id, ["submitted", "returned"]);
  const detail = await withdrawSourced(tx, { type: "training_record", id });
  audit({ type: "training-record", id, detail });
  return id;
}

async function takeBack(
  tx: Transaction,
  audit: Audit,
  { id, reason, viewer }: { id: string; reason: string; viewer: Viewer },
): Promise<string> {
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
  const detail = await withdrawSourced(tx, { type: "training_record", id });
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
