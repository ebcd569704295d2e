import type { ProjectMove } from "~/features/funding/projects/projects.commands.server";
import type { Db } from "~/platform/db.server";
import type { Sentence } from "~/platform/field-error";
import type { IsoDate } from "~/terms/day";

/** What can lie outside a project's days, in the order in which it is told. */
const kinds = [
  "cost",
  "own-hours",
  "course",
  "waiting-course",
  "hand-over",
  "group",
  "budget",
  "phase",
  "start",
  "target",
  "measurement",
  "report",
] as const;

/**
 * What of a project lies outside its new days and didn't lie outside the old ones: a sentence for
 * each kind, with how many there are and from when until when.
 */
export async function whatLiesOutside(
  db: Db,
  { projectId, was, becomes }: Pick<ProjectMove, "projectId" | "was" | "becomes">,
): Promise<Sentence[]> {
  const rows = await db.$queryRaw<Outside[]>`
    with dated as (
      select kind, first_on, last_on from dated_money(${projectId}::uuid)
      union all
      select kind, day, day from dated_courses(${projectId}::uuid)
      union all
      select kind, day, day from dated_cascade(${projectId}::uuid)
      union all
      select kind, day, day from dated_outcomes(${projectId}::uuid)
      union all
      select 'report', starts_on, ends_before - 1 from reported_periods(${projectId}::uuid)
    )
    select kind, count(*)::int as count, to_char(min(first_on), 'YYYY-MM-DD') as from,
      to_char(max(last_on), 'YYYY-MM-DD') as to
    from dated
    where (first_on < ${becomes.startsOn}::date and first_on >= ${was.startsOn}::date)
      or (last_on >= ${becomes.endsBefore}::date and last_on < ${was.endsBefore}::date)
    group by kind`;
  return kinds.flatMap((kind) => {
    const found = rows.find((row) => row.kind === kind);
    if (!found) return [];
    const { count, from, to } = found;
    return [{ key: `funding.outside.${kind}`, values: { count, from, to } }];
  });
}

type Outside = { kind: string; count: number; from: IsoDate; to: IsoDate };
