import type { Transaction } from "~/platform/db.server";
import { only } from "~/platform/only";
import type { Touched } from "~/platform/question";
import type { Prisma, TrainingRecord } from "~/generated/prisma/client";
import type { TakenCourse } from "../rules/same-course";

type Logged = TakenCourse & {
  personId: string;
  /** The record that is sent in again. */
  heldId: string | null;
};

/**
 * What is to be asked before a course is logged: the person's records that it may be one with. The
 * person must be held.
 */
export async function sameCourses(
  tx: Transaction,
  { personId, heldId, heldOn, courseId, title }: Logged,
): Promise<Touched[]> {
  const alike = await tx.$queryRaw<{ id: string; title: string }[]>`
    select record_id as id, title
    from courses_like(${personId}::uuid, ${heldOn}::date, ${courseId}::uuid, ${title})
    where record_id is distinct from ${heldId}::uuid
    order by record_id`;
  return alike.map(({ id, title }) => ({
    key: "training.same.course",
    values: { title },
    links: [{ label: heldOn, href: `/training/${id}` }],
  }));
}

/**
 * What of a person's courses may be logged anew as its correction: what was taken back, and nothing
 * has taken the place of.
 */
export function againOf(personId: string | null) {
  return {
    ...{ personId: only(personId), kind: { in: ["course", "import"] } },
    ...{ status: "withdrawn", replacedById: null },
  } satisfies Prisma.TrainingRecordWhereInput;
}

/** The course that somebody logs anew, by its id; null where there is none. They must be held. */
export function takenBack(
  tx: Transaction,
  { personId, id }: { personId: string; id: string | null },
): Promise<TrainingRecord | null> {
  return tx.trainingRecord.findFirst({ where: { ...againOf(personId), id: only(id) } });
}

type LoggedCourse = Pick<TrainingRecord, "heldOn" | "courseId" | "title">;

/** The one that was taken back and may be the same as what is logged; null for none or several. */
export async function onlyTakenBackLike(
  tx: Transaction,
  personId: string,
  { heldOn, courseId, title }: LoggedCourse,
): Promise<string | null> {
  const [one, other] = await tx.$queryRaw<{ id: string }[]>`
    select record_id as id
    from taken_back_like(${personId}::uuid, ${heldOn}::date, ${courseId}::uuid, ${title})`;
  return one && !other ? one.id : null;
}
