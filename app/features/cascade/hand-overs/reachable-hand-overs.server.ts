import type { Prisma } from "~/generated/prisma/client";
import { hasRole, type Viewer } from "~/features/access/viewer";
import { seenIn, seenUnits, unitIdsOf } from "~/features/organisation/placements.server";
import { notFound } from "~/platform/app-error";
import type { Db, Transaction } from "~/platform/db.server";
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

/**
 * How many those are of somebody who isn't an administrator, and a page of them, the newest first.
 * They are looked up by their people: as a condition, every hand-over there is would be held to it.
 */
export async function pageInReach(
  db: Db,
  viewer: Viewer,
  { skip, take }: { skip: number; take: number },
): Promise<{ count: number; ids: string[] }> {
  const { authorityId, accountId, personId, managedUnitIds, managedProjectIds, today } = viewer;
  const [found] = await db.$queryRaw<{ count: number; ids: string[] }[]>`
    with reached as materialized (
      select hand_over.id, hand_over.held_on
      from hand_overs_around(
        array(select person_id from seen_through(${today}::date)
          where unit_id = any(${managedUnitIds}::uuid[]) union select ${personId}::uuid),
        ${accountId}::uuid, ${managedProjectIds}::uuid[]) around
      join hand_over on hand_over.id = around.hand_over_id
      where hand_over.authority_id = ${authorityId}::uuid
    )
    select (select count(*)::int from reached) as count,
      array(select id::text from reached
        order by held_on desc, id desc offset ${skip}::int limit ${take}::int) as ids`;
  return found ?? { count: 0, ids: [] };
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
