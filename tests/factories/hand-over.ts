import { keepLineage } from "~/features/cascade/history/keep-lineage.server";
import type { Database } from "~/platform/db.server";
import { toDbDate } from "~/terms/day";

type Learner = string | { id: string; confirmedOn?: string; declinedOn?: string };

type Given = {
  competence: { id: string; authorityId: string };
  heldOn: string;
  /** Ids of people. */
  trainers: string[];
  /** Those given by id alone confirmed on the day itself. */
  learners: Learner[];
  /** Ids of core elements. */
  elements?: string[];
  projectId?: string | null;
  minutes?: number;
  withdrawn?: boolean;
};

/** A hand-over of two hours, without its other two books. */
export function makeHandOver(db: Database, given: Given) {
  const { competence, heldOn, trainers, learners, elements = [], withdrawn, ...rest } = given;
  const dayOf = (day: string | undefined) => (day ? toDbDate(day) : null);
  return db.$transaction(async (tx) => {
    const handOver = await tx.handOver.create({
      data: {
        minutes: 120,
        ...rest,
        authorityId: competence.authorityId,
        competenceId: competence.id,
        heldOn: toDbDate(heldOn),
        form: "walk_through",
        givesLevel: 2,
        ...(withdrawn && { withdrawnAt: new Date(), withdrawnReason: "Fel dag" }),
        trainers: { create: trainers.map((personId) => ({ personId })) },
        learners: {
          create: learners.map((learner) => {
            if (typeof learner === "string") {
              return { personId: learner, confirmedOn: toDbDate(heldOn) };
            }
            const { id, confirmedOn, declinedOn } = learner;
            return {
              personId: id,
              confirmedOn: dayOf(confirmedOn),
              declinedOn: dayOf(declinedOn),
            };
          }),
        },
        elements: { create: elements.map((coreElementId) => ({ coreElementId })) },
      },
    });
    await keepLineage(tx);
    return handOver;
  });
}
