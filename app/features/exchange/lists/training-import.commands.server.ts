import { withdrawImportedRecord } from "~/features/training/records/withdraw-sourced.commands.server";
import { recordImportedTraining } from "~/features/training/records/imported-training.commands.server";
import { AppError } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { transact, type Actor } from "~/platform/transact.server";
import type { TrainingOutcome } from "../uploads/import-outcome.schema";
import { keepFile, markApplied, type ImportSource } from "../uploads/imported-files.server";
import { PlanMoved } from "../uploads/plan-moved";
import {
  planTrainingImport,
  trainingMark,
  type TrainingList,
} from "./training-plan.queries.server";

export type TrainingImport = TrainingList & {
  /** The person has said that the good rows may go in without the bad ones. */
  skipBad: boolean;
  /** The person has said that rows dated before the employment may go in too. */
  withEarly: boolean;
  /** Rows that have changed take the place of what an earlier list has brought. */
  replaceChanged: boolean;
  /** Rows that somebody has taken back stay away. */
  skipTakenBack: boolean;
  /** The mark of the plan that the person has seen. */
  seen: string;
  source: ImportSource;
  submissionId?: string;
};

/**
 * Writes the good rows of a list as completed training, all or none, and returns the import's id.
 * With bad rows nothing is written unless `skipBad`; early rows are left out unless `withEarly`.
 * Planned anew under a lock; throws `PlanMoved`
 * where the plan is no longer the one that was seen.
 */
export async function importTraining(
  db: Database,
  actor: Actor,
  list: TrainingImport,
): Promise<string> {
  const act = { actor, action: "training.import", submissionId: list.submissionId };
  return transact(db, act, async (tx, audit) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('training import'))`;
    const plan = await planTrainingImport(tx, list);
    if (plan.mappingFaults.length > 0 || (plan.badRows > 0 && !list.skipBad)) {
      throw new AppError("conflict", "The list has rows that can't be brought in");
    }
    if (trainingMark(plan) !== list.seen) throw new PlanMoved();
    const { authorityId } = list.reach;
    const importId =
      "importId" in list.source
        ? list.source.importId
        : (await keepFile(tx, { kind: "training", file: list.source, authorityId, actor })).id;
    const kept = new Set(list.skipTakenBack ? plan.takenBack : []);
    const replaced = list.replaceChanged
      ? plan.changed.filter(({ before }) => before.mayReplace)
      : [];
    const left = plan.changed.length - replaced.length;
    const rows = [
      ...plan.added.filter((row) => !kept.has(row)),
      ...(list.withEarly ? plan.early : []),
      ...replaced,
    ];
    for (const { before } of replaced) {
      await withdrawImportedRecord(tx, before.id);
      audit({ type: "training-record", id: before.id, detail: { replacedBy: importId } });
    }
    await recordImportedTraining(tx, {
      authorityId,
      submittedById: actor.accountId,
      importId,
      rows: rows.map(({ competence, ...row }) => ({
        ...row,
        competenceId: competence?.id ?? null,
      })),
    });
    const outcome: TrainingOutcome = {
      kind: "training",
      rows: rows.length,
      skipped: plan.badRows,
      ...(replaced.length > 0 && { replaced: replaced.length }),
      ...(left > 0 && { left }),
      ...(!list.withEarly && plan.early.length > 0 && { early: plan.early.length }),
    };
    const choices = { columns: plan.mapping };
    await markApplied(tx, actor, { importId, projectId: null, choices, outcome });
    const again = plan.takenBack.length - kept.size;
    audit({ type: "import", id: importId, detail: { ...outcome, known: plan.known, again } });
    return importId;
  });
}
