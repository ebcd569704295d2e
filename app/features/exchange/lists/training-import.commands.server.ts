import { holdPeople } from "~/features/organisation/hold-people.server";
import { recordImportedTraining } from "~/features/training/records/imported-training.commands.server";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { transact, type Actor } from "~/platform/transact.server";
import type { TrainingOutcome } from "../uploads/import-outcome.schema";
import { keepFile, markApplied, type ImportSource } from "../uploads/imported-files.server";
import { PlanMoved } from "../uploads/plan-moved";
import {
  peopleOfList,
  planTrainingImport,
  trainingMark,
  type TrainingList,
  type TrainingPlan,
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
 * With bad rows nothing is written unless `skipBad`; early rows are left out unless `withEarly`,
 * and so is what nobody has answered. Planned anew while its people are held, so that a course that
 * one of them logs meanwhile is seen; throws `PlanMoved` where the plan is
 * no longer the one that was seen, and a `FieldError` where it is and can't be carried out.
 */
export async function importTraining(
  db: Database,
  actor: Actor,
  list: TrainingImport,
): Promise<string> {
  const act = { actor, action: "training.import", submissionId: list.submissionId };
  return transact(db, act, async (tx, audit) => {
    await lockLists(tx);
    await holdPeople(tx, await peopleOfList(tx, list));
    const plan = await planTrainingImport(tx, list);
    if (trainingMark(plan) !== list.seen) throw new PlanMoved();
    refuse(plan, list);
    const { authorityId } = list.reach;
    const importId =
      "importId" in list.source
        ? list.source.importId
        : (await keepFile(tx, { kind: "training", file: list.source, authorityId, actor })).id;
    const written = writtenRows(plan, list);
    await recordImportedTraining(tx, audit, {
      ...{ authorityId, submittedById: actor.accountId, importId },
      rows: [...written.added, ...written.replaced].map(
        ({ competence, project, before, ...row }) => ({
          ...row,
          competenceId: competence?.id ?? null,
          projectId: project?.id ?? null,
          replaces: before?.id ?? null,
          returns: before ? null : (plan.returns.get(row.row) ?? null),
        }),
      ),
    });
    const outcome = outcomeOf(plan, list);
    const choices = { columns: plan.mapping, project: list.answers?.projectId ?? null };
    await markApplied(tx, actor, { importId, projectId: null, choices, outcome });
    const again = list.skipTakenBack ? 0 : plan.takenBack.length;
    audit({ type: "import", id: importId, detail: { ...outcome, known: plan.known, again } });
    return importId;
  });
}

/** Held until the transaction ends: what is planned under it is what is written. */
export async function lockLists(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('training import'))`;
}

function refuse(plan: TrainingPlan, list: TrainingImport): void {
  if (plan.mappingFaults.length > 0) {
    throw new FieldError({ form: { key: "exchange.training.columnsMissing" } });
  }
  if (plan.badRows > 0 && !list.skipBad) {
    throw new FieldError({ skipBad: { key: "exchange.training.skipBadRequired" } });
  }
  const { projectId } = plan.answers;
  if (projectId !== null && !plan.projects.some(({ id }) => id === projectId)) {
    throw new FieldError({ project: { key: "errors.notOffered" } });
  }
  const isNothing = plan.added.length === 0 && writtenRows(plan, list).replaced.length === 0;
  if (isNothing && plan.early.length > 0 && !list.withEarly) {
    throw new FieldError({ withEarly: { key: "exchange.training.withEarlyRequired" } });
  }
  if (isNothing && plan.early.length === 0 && plan.changed.length > 0) {
    throw new FieldError({ form: { key: "exchange.training.nothingTicked" } });
  }
}

/** What a plan writes with what the person has said: new rows, and those that replace others. */
export function writtenRows(plan: TrainingPlan, said: Said) {
  const kept = new Set(said.skipTakenBack ? plan.takenBack : []);
  return {
    added: [
      ...plan.added.filter((row) => !kept.has(row)),
      ...(said.withEarly ? plan.early : []),
    ].map((row) => ({ ...row, before: null })),
    replaced: said.replaceChanged ? plan.changed.filter(({ before }) => before.mayReplace) : [],
  };
}

type Said = Pick<TrainingImport, "skipTakenBack" | "withEarly" | "replaceChanged">;

function outcomeOf(plan: TrainingPlan, said: Said): TrainingOutcome {
  const { added, replaced } = writtenRows(plan, said);
  const left = plan.changed.length - replaced.length;
  return {
    kind: "training",
    rows: added.length + replaced.length,
    skipped: plan.badRows,
    ...(plan.askedRows > 0 && { asked: plan.askedRows }),
    ...(replaced.length > 0 && { replaced: replaced.length }),
    ...(left > 0 && { left }),
    ...(!said.withEarly && plan.early.length > 0 && { early: plan.early.length }),
  };
}
