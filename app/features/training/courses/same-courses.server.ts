import type { Transaction } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
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
