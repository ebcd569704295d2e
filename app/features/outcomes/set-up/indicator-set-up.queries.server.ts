import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";

export type IndicatorSetUp = {
  id: string;
  name: string;
  unit: string;
  source: string | null;
  targets: { dueOn: IsoDate; value: number }[];
};

/** The indicators of a project with their targets in force on a day, as they were entered. */
export async function indicatorSetUp(
  db: Db,
  { projectId, today }: { projectId: string; today: IsoDate },
): Promise<IndicatorSetUp[]> {
  const [indicators, targets] = await Promise.all([
    db.$queryRaw<Omit<IndicatorSetUp, "targets">[]>`
      select indicator_id as id, name, unit, source
      from indicators_of(${projectId}::uuid) order by place, id`,
    db.$queryRaw<{ indicatorId: string; dueOn: IsoDate; value: number }[]>`
      select indicator_id as "indicatorId", to_char(due_on, 'YYYY-MM-DD') as "dueOn",
        value::float8 as value
      from targets_decided(${projectId}::uuid, ${today}::date) order by due_on`,
  ]);
  return indicators.map((indicator) => ({
    ...indicator,
    targets: targets
      .filter(({ indicatorId }) => indicatorId === indicator.id)
      .map(({ dueOn, value }) => ({ dueOn, value })),
  }));
}
