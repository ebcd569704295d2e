import type { TouchedFigures } from "~/features/funding/reported/agreed-change.server";
import { readSince } from "~/features/funding/reported/read-periods.queries.server";
import type { Db } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import type { StandingGroup } from "./standing-group.server";

type Withdrawal = { projectId: string; group: StandingGroup; today: IsoDate };

/**
 * What it touches that a project's group was never frozen: the people that reach is measured
 * against, the method itself where nobody has learned it in the project, and what a funder has read
 * since.
 */
export async function touchedByWithdrawal(
  db: Db,
  { projectId, group, today }: Withdrawal,
): Promise<TouchedFigures> {
  const { competenceId, competence: name } = group;
  const isLearned = await isLearnedIn(db, { projectId, competenceId, today });
  const { touched, read } = await touchedByRestoring(db, { projectId, group });
  const method: Touched = { key: "cascade.unfreeze.method", values: { name } };
  return { touched: isLearned ? touched : [...touched, method], read };
}

/** The same that one stands again that was taken back. */
export async function touchedByRestoring(
  db: Db,
  { projectId, group }: Omit<Withdrawal, "today">,
): Promise<TouchedFigures> {
  const { competence: name, day: date, people: count } = group;
  const touched: Touched[] = [{ key: "cascade.unfreeze.people", values: { name, count, date } }];
  return { touched, read: await readSince(db, projectId, date) };
}

type Learning = { projectId: string; competenceId: string; today: IsoDate };

/** Whether the method is the project's by a course or a hand-over, too. */
async function isLearnedIn(db: Db, { projectId, competenceId, today }: Learning): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isLearned: boolean }[]>`
    select exists (select from training_of(${projectId}::uuid) course
        where course.competence_id = ${competenceId}::uuid)
      or exists (select from confirmed_by(${today}::date) part
        where part.project_id = ${projectId}::uuid
          and part.competence_id = ${competenceId}::uuid) as "isLearned"`;
  return row?.isLearned ?? false;
}
