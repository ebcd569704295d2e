import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { attest } from "~/features/competence/attestations/attestations.commands.server";
import { isCompetenceOf } from "~/features/competence/catalogue/competences.queries.server";
import { releaseCommitment } from "~/features/funding/costs/commitments.commands.server";
import { bookCost, claimInvoice } from "~/features/funding/costs/costs.commands.server";
import { requireMoneyLine } from "~/features/funding/costs/money-lines.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import type { TrainingRecord } from "~/generated/prisma/client";
import { AppError } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import { transact } from "~/platform/transact.server";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { requireEmployedThen } from "./employed-then.server";
import { can } from "../records/training.policy";
import { reachRecord } from "../records/reachable-records.server";
import type { Approval, ReturnInput } from "../records/training.schema";

/**
 * Approves a course: confirms the level, books the cost on its line (or takes a row that the ledger
 * has brought already for its invoice), and notes the plan to hand on what was learned, all in one
 * transaction. Throws `conflict` where somebody else was first, or
 * the course has been sent in anew since the manager saw it; `requireEmployedThen` throws as well.
 */
export async function approveCourse(
  db: Database,
  viewer: Viewer,
  { id, ...approval }: Approval & { id: string },
  today: IsoDate,
): Promise<string> {
  const act = {
    actor: actorOf(viewer),
    action: "training.approve",
    submissionId: approval.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    const record = await decidable(tx, viewer, id);
    const competenceId = record.competenceId ?? approval.competenceId;
    await checkApproval(tx, { record, competenceId, approval, today });
    const { personId } = record;
    const heldOn = toIsoDate(record.heldOn);
    await holdPeople(tx, [personId]);
    await requireEmployedThen(tx, { personId, heldOn, agreed: approval.agreed });
    const level = competenceId ? (approval.level ?? 0) : 0;
    const observed = approval.observed && level > 0;
    await moveOn(
      tx,
      { id, seenAt: approval.seenAt },
      {
        status: "approved",
        competenceId,
        planColleagues: approval.planColleagues,
        planDueOn: approval.planDueOn === null ? null : toDbDate(approval.planDueOn),
      },
    );
    await tx.trainingDecision.create({
      data: {
        trainingRecordId: id,
        approved: true,
        word: approval.word,
        confirmedLevel: competenceId ? level : null,
        observed,
        decidedById: viewer.accountId,
        decidedByName: viewer.name,
      },
    });
    const attestationId =
      competenceId && level > 0
        ? await attest(tx, {
            personId,
            competenceId,
            level,
            observed,
            source: "course",
            sourceId: id,
            attestedOn: heldOn,
            attestedById: viewer.accountId,
          })
        : null;
    await releaseCommitment(tx, { type: "training_record", id });
    if (record.budgetLine && record.budgetLineId && record.costOre !== null) {
      const cost = {
        projectId: record.budgetLine.projectId,
        budgetLineId: record.budgetLineId,
        bookedOn: heldOn,
        amountOre: Number(record.costOre),
        text: record.title,
        source: { type: "training_record" as const, id },
      };
      await requireMoneyLine(tx, { ...cost, day: heldOn }).catch(sayAbove);
      const { invoice } = approval;
      if (invoice === null) await bookCost(tx, cost);
      else await claimInvoice(tx, { ...cost, costId: invoice });
    }
    const { planColleagues, planDueOn } = approval;
    audit({
      type: "training-record",
      id,
      detail: {
        ...{ competenceId, level, observed, attestationId, planColleagues, planDueOn },
        costOre: record.costOre === null ? null : Number(record.costOre),
        budgetLineId: record.budgetLineId,
        invoice: approval.invoice,
      },
    });
    return id;
  });
}

/** Sends a course back to who logged it, with a word on what is missing. */
export async function returnCourse(
  db: Database,
  viewer: Viewer,
  { id, word, seenAt, submissionId }: ReturnInput & { id: string },
): Promise<string> {
  const act = { actor: actorOf(viewer), action: "training.return", submissionId };
  return transact(db, act, async (tx, audit) => {
    await decidable(tx, viewer, id);
    await moveOn(tx, { id, seenAt }, { status: "returned" });
    await releaseCommitment(tx, { type: "training_record", id });
    await tx.trainingDecision.create({
      data: {
        trainingRecordId: id,
        approved: false,
        word,
        decidedById: viewer.accountId,
        decidedByName: viewer.name,
      },
    });
    audit({ type: "training-record", id });
    return id;
  });
}

async function decidable(tx: Transaction, viewer: Viewer, id: string) {
  const { record, subject } = await reachRecord(tx, viewer, id);
  if (can(viewer, "decide", subject)) return record;
  const couldHave = can(viewer, "decide", { ...subject, kind: "course", status: "submitted" });
  throw new AppError(couldHave ? "conflict" : "forbidden");
}

/**
 * Takes the course out of the queue. Of two who decide at once the second waits here for the
 * first, finds nothing left to decide, and is told so.
 */
async function moveOn(
  tx: Transaction,
  { id, seenAt }: { id: string; seenAt: string },
  data: Partial<Pick<TrainingRecord, "status" | "competenceId" | "planColleagues" | "planDueOn">>,
): Promise<void> {
  const { count } = await tx.trainingRecord.updateMany({
    where: { id, status: "submitted", submittedAt: new Date(seenAt) },
    data,
  });
  if (count === 0) throw new AppError("conflict");
}

/** The form has no field for the line: what is wrong with it is said of the whole. */
function sayAbove(error: unknown): never {
  const fault = error instanceof FieldError ? error.fields.budgetLineId : undefined;
  throw fault ? new FieldError({ form: fault }) : error;
}

async function checkApproval(
  tx: Transaction,
  {
    record,
    competenceId,
    approval,
    today,
  }: {
    record: TrainingRecord;
    competenceId: string | null;
    approval: Approval;
    today: IsoDate;
  },
): Promise<void> {
  const faults: Record<string, Sentence> = {};
  const { level, planColleagues, planDueOn } = approval;
  if (competenceId && competenceId !== record.competenceId) {
    const isKnown = await isCompetenceOf(tx, record.authorityId, competenceId);
    if (!isKnown) faults.competenceId = { key: "errors.notOffered" };
  }
  if (competenceId && level === null) faults.level = { key: "training.field.chooseLevel" };
  if (!competenceId && level) faults.competenceId = { key: "training.field.competenceForLevel" };
  if (planColleagues !== null && planDueOn === null) {
    faults.planDueOn = { key: "training.field.planDay" };
  }
  if (planDueOn !== null && planColleagues === null) {
    faults.planColleagues = { key: "training.field.planColleagues" };
  }
  if (planColleagues !== null && !competenceId) {
    faults.planColleagues = { key: "training.field.planCompetence" };
  }
  if (planDueOn !== null && planDueOn < today) {
    faults.planDueOn = { key: "training.field.planPassed" };
  }
  if (Object.keys(faults).length > 0) throw new FieldError(faults);
}
