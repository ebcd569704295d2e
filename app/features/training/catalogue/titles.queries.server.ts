import type { Db } from "~/platform/db.server";

/** A course that somebody means by a title. */
export type ListedCourse = { listedTitle: string; id: string; title: string };

/** The courses of the catalogue that titles lead to, see `course_of_title`. */
export function coursesOfTitles(
  db: Db,
  authorityId: string,
  titles: string[],
): Promise<ListedCourse[]> {
  return db.$queryRaw<ListedCourse[]>`
    select listed.title as "listedTitle", course.id, course.title
    from unnest(${titles}::text[]) as listed (title)
    cross join lateral course_of_title(${authorityId}::uuid, listed.title) known
    join course on course.id = known.course_id`;
}
