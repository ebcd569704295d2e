import type { Viewer } from "~/features/access/viewer";
import { peopleInReach } from "~/features/organisation/people.queries.server";
import { seenUnits, unitIdsOf } from "~/features/organisation/placements.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import type { TrainingSubject } from "./training-record";

/** What a verb needs to know of a record. Throws `not-found` where the viewer can't see it. */
export async function reachRecord(db: Db, viewer: Viewer, id: string) {
  const record = await db.trainingRecord.findFirst({
    where: { id, person: peopleInReach(viewer) },
    include: {
      person: { select: { placements: seenUnits(viewer.today) } },
      budgetLine: { select: { projectId: true } },
    },
  });
  if (!record) return notFound();
  return { record, subject: subjectOf(record) };
}

export function subjectOf(
  record: Omit<TrainingSubject, "unitIds"> & { person: { placements: { unitId: string }[] } },
): TrainingSubject {
  const { authorityId, personId, kind, status, person } = record;
  return { authorityId, personId, kind, status, unitIds: unitIdsOf(person) };
}
