import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { commitCost } from "~/features/funding/costs/commitments.commands.server";
import { holdPeople } from "~/features/organisation/hold-people.server";
import { AppError, notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import type { TrainingRecord } from "~/generated/prisma/client";
import { storeFile, type CheckedFile } from "~/platform/files.server";
import { only } from "~/platform/only";
import { transact } from "~/platform/transact.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { courseColumns, evidenceOf } from "./course-check.server";
import { onlyTakenBackLike, takenBack } from "./same-courses.server";
import type { CourseInput, MendedCourse } from "../records/training.schema";

/**
 * Logs a course that the viewer has taken, for a manager to approve. One that was taken back and is
 * logged anew is known as what this one corrects. Returns the record's id.
 */
export async function logCourse(
  db: Database,
  viewer: Viewer,
  input: CourseInput,
  today: IsoDate,
): Promise<string> {
  const claimant = claimantOf(viewer);
  const file = await evidenceOf(input.evidenceFile);
  const act = {
    actor: actorOf(viewer),
    action: "training.log",
    submissionId: input.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    await holdPeople(tx, [claimant.personId]);
    const again = await takenBack(tx, { personId: claimant.personId, id: input.replaces });
    const columns = await courseColumns(tx, { claimant, input, held: again, today });
    const kept = input.dropFile ? null : (again?.evidenceFileId ?? null);
    const evidenceFileId = file ? await storeEvidence(tx, viewer, { file, claimant }) : kept;
    const replaces = again?.id ?? (await onlyTakenBackLike(tx, claimant.personId, columns));
    const { id } = await tx.trainingRecord.create({
      data: {
        ...columns,
        authorityId: claimant.authorityId,
        personId: claimant.personId,
        kind: "course",
        status: "submitted",
        evidenceFileId,
        submittedById: viewer.accountId,
      },
      select: { id: true },
    });
    await tx.trainingRecord.updateMany({
      where: { id: only(replaces), replacedById: null },
      data: { replacedById: id },
    });
    await commit(tx, id, columns);
    const detail = { ...factsOf({ ...columns, evidenceFileId }), replaces };
    audit({ type: "training-record", id, detail });
    return id;
  });
}

/**
 * Mends a course that was returned, and sends it in again. Throws `not-found` for a course that
 * isn't the viewer's, and `conflict` for one that isn't returned (any more).
 */
export async function mendCourse(
  db: Database,
  viewer: Viewer,
  { id, ...input }: MendedCourse & { id: string },
  today: IsoDate,
): Promise<string> {
  const claimant = claimantOf(viewer);
  const file = await evidenceOf(input.evidenceFile);
  const act = {
    actor: actorOf(viewer),
    action: "training.mend",
    submissionId: input.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    const own = { id, personId: claimant.personId, kind: "course" as const };
    await holdPeople(tx, [claimant.personId]);
    const held = (await tx.trainingRecord.findFirst({ where: own })) ?? notFound();
    const columns = await courseColumns(tx, { claimant, input, held, today });
    const kept = input.dropFile ? null : held.evidenceFileId;
    const evidenceFileId = file ? await storeEvidence(tx, viewer, { file, claimant }) : kept;
    const mended = await tx.trainingRecord.updateMany({
      where: { ...own, status: "returned" },
      data: {
        ...columns,
        evidenceFileId,
        status: "submitted",
        submittedAt: new Date(),
        submittedById: viewer.accountId,
      },
    });
    if (mended.count === 0) throw new AppError("conflict");
    await commit(tx, id, columns);
    const detail = { ...factsOf({ ...columns, evidenceFileId }), was: factsOf(held) };
    audit({ type: "training-record", id, detail });
    return id;
  });
}

/** What the course costs is promised from the day it is sent in. */
async function commit(
  tx: Transaction,
  id: string,
  { costOre, budgetLineId }: { costOre: bigint | null; budgetLineId: string | null },
): Promise<void> {
  if (costOre === null || budgetLineId === null) return;
  const source = { type: "training_record" as const, id };
  await commitCost(tx, { budgetLineId, amountOre: Number(costOre), source });
}

/** Who logs for themselves: staff of an authority. Others have nothing to log. */
function claimantOf(viewer: Viewer) {
  const { authorityId, personId, unitId } = viewer;
  if (!authorityId || !personId || !unitId) throw new AppError("forbidden");
  return { authorityId, personId };
}

function storeEvidence(
  tx: Transaction,
  { accountId }: Viewer,
  { file, claimant: { authorityId } }: { file: CheckedFile; claimant: { authorityId: string } },
): Promise<string> {
  return storeFile(tx, { file, authorityId, uploadedById: accountId });
}

type CourseFacts = Pick<
  TrainingRecord,
  | ("title" | "courseId" | "heldOn" | "minutes" | "learned" | "competenceId" | "claimedLevel")
  | ("costOre" | "budgetLineId" | "projectId" | "evidenceLink" | "evidenceFileId")
>;

/** What a course says, for the trail. */
function factsOf(course: CourseFacts) {
  const { title, courseId, heldOn, minutes, learned, competenceId, claimedLevel } = course;
  const { costOre, budgetLineId, projectId, evidenceLink, evidenceFileId } = course;
  return {
    ...{ title, courseId, heldOn: toIsoDate(heldOn), minutes, learned },
    ...{ competenceId, claimedLevel, costOre: costOre === null ? null : Number(costOre) },
    ...{ budgetLineId, projectId, evidenceLink, evidenceFileId },
  };
}
