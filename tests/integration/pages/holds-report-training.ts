import { expect } from "vitest";
import type { Database } from "~/platform/db.server";
import type { ProjectKey } from "./page-facts";
import { bookedOn, type World } from "./page-world";
import { costsOf } from "./told-of-money";

/** A project's training with its days, and what its courses have cost by the books. */
export async function holdsReportTraining(
  db: Database,
  { world, key }: { world: World; key: ProjectKey },
): Promise<void> {
  const projectId = world.projects[key];
  const rows = await db.$queryRaw<{ key: string }[]>`
    select concat_ws(' ', record_id, person_id, minutes, to_char(held_on, 'YYYY-MM-DD')) as key
    from training_of(${projectId}::uuid)
    union all
    select concat_ws(' ', record_id, amount_ore, to_char(booked_on, 'YYYY-MM-DD'))
    from course_costs(${projectId}::uuid)`;
  const approved = world.facts.courses.filter(
    ({ project, status }) => project === key && status === "approved",
  );
  const keys = [
    ...approved.map(({ id, person, minutes, heldOn }) => [
      ...[id, world.people[person], minutes, heldOn],
    ]),
    ...costsOf(world.facts, key).map((course) => [course.id, course.costOre, bookedOn(course)]),
  ];
  expect(rows.map((row) => row.key).sort()).toEqual(keys.map((row) => row.join(" ")).sort());
}
