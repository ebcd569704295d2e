import type { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { seenIn, seenUnits, unitIdsOf } from "~/features/organisation/placements.server";
import { notFound } from "~/platform/app-error";
import type { Transaction } from "~/platform/db.server";
import { only } from "~/platform/only";
import type { HandOverSubject } from "./hand-overs.policy";

/** Where every read of hand-overs starts: `can(viewer, "see", …)` as the database reads it. */
export function handOversInReach(viewer: Viewer): Prisma.HandOverWhereInput {
  const authorityId = only(viewer.authorityId);
  if (hasRole(viewer, "administrator")) return { authorityId };
  const ofUnits = {
    some: { person: seenIn({ unitId: { in: viewer.managedUnitIds } }, viewer.today) },
  };
  const own = { some: { personId: only(viewer.personId) } };
  return {
    authorityId,
    // One condition a branch: joined by "or" inside the "some", they are read row by row.
    OR: [
      { enteredById: viewer.accountId },
      { trainers: own },
      { learners: own },
      { trainers: ofUnits },
      { learners: ofUnits },
      { projectId: { in: viewer.managedProjectIds } },
    ],
  };
}

function participant(viewer: Viewer) {
  const person = { select: { placements: seenUnits(viewer.today) } };
  return { include: { person } };
}

/**
 * The hand-over, held for this transaction: whoever else wants to change it waits until it ends.
 * Throws `not-found` where the viewer can't see it.
 */
export async function holdHandOver(tx: Transaction, viewer: Viewer, id: string) {
  await tx.$queryRaw`select id from hand_over where id = ${id}::uuid for update`;
  const handOver = await tx.handOver.findFirst({
    where: { AND: [{ id }, handOversInReach(viewer)] },
    include: { trainers: participant(viewer), learners: participant(viewer) },
  });
  if (!handOver) return notFound();
  return { handOver, subject: subjectOf(handOver) };
}

type Part = { personId: string; person: { placements: { unitId: string }[] } };

export function subjectOf(handOver: {
  authorityId: string;
  enteredById: string | null;
  projectId: string | null;
  trainers: Part[];
  learners: Part[];
}): HandOverSubject {
  const { authorityId, enteredById, projectId, trainers, learners } = handOver;
  return {
    authorityId,
    enteredById,
    projectId,
    trainers: trainers.map(participantOf),
    learners: learners.map(participantOf),
  };
}

function participantOf({ personId, person }: Part) {
  return { personId, unitIds: unitIdsOf(person) };
}
