import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { withdrawLedger } from "~/features/funding/costs/ledgers.commands.server";
import { withdrawSourced } from "~/features/training/records/withdraw-sourced.commands.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { transact, type Audit } from "~/platform/transact.server";
import type { ImportOutcome } from "./import-outcome.schema";
import { mayUndo } from "./imports.policy";
import { findImport } from "./imports.queries.server";
import { restoreLogged } from "../ledgers/logged-costs.commands.server";
import { restoreVouchers } from "../ledgers/replace-vouchers.server";
import { lockLedgers } from "../ledgers/ledger-import.commands.server";
import { withdrawalOf } from "./withdrawal.queries.server";

/**
 * Takes an import back: a ledger's vouchers with their costs are withdrawn, earlier vouchers and
 * logged costs that they replaced count again, a training list's records are withdrawn. The rows
 * stay; the file is a draft again, so that it can go into the right project. Throws `conflict` where
 * it is not carried out (any more).
 */
export async function withdrawImport(
  db: Database,
  viewer: Viewer,
  { importId, submissionId }: { importId: string; submissionId: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "import.withdraw", submissionId };
  return transact(db, act, async (tx, audit) => {
    await lockLedgers(tx);
    await tx.$executeRaw`select 1 from import where id = ${importId}::uuid for update`;
    const found = await findImport(tx, viewer, importId);
    if (!mayUndo(viewer, found)) return notFound();
    if (found.appliedAt === null) throw new AppError("conflict");
    const gone = await withdrawalOf(tx, found);
    const restored = found.kind === "sie" ? await takeBackLedger(tx, audit, importId) : 0;
    if (found.kind === "training") await withdrawSourced(tx, { type: "import", id: importId });
    await makeDraft(tx, importId);
    audit({
      type: "import",
      id: importId,
      detail: { ...gone, restored, projectId: found.projectId },
    });
    return importId;
  });
}

async function takeBackLedger(tx: Transaction, audit: Audit, importId: string): Promise<number> {
  await restoreVouchers(tx, audit, importId);
  const restored = await restoreLogged(tx, audit, importId);
  await withdrawLedger(tx, importId);
  return restored;
}

async function makeDraft(tx: Transaction, importId: string): Promise<void> {
  const outcome: ImportOutcome = { kind: "withdrawn", at: new Date().toISOString() };
  await tx.import.update({
    where: { id: importId },
    data: { appliedAt: null, appliedById: null, projectId: null, choices: {}, outcome },
  });
}
