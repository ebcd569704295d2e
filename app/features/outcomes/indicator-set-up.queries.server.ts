import type { Db } from "~/platform/db.server";
import { toIsoDate, type IsoDate } from "~/terms/day";

export type IndicatorSetUp = {
  id: string;
  name: string;
  unit: string;
  source: string | null;
  targets: { dueOn: IsoDate; value: number }[];
};

/** The indicators of a project with their targets, as they were entered. */
export async function indicatorSetUp(db: Db, projectId: string): Promise<IndicatorSetUp[]> {
  const indicators = await db.indicator.findMany({
    where: { projectId },
    orderBy: { position: "asc" },
    include: { targets: { orderBy: { dueOn: "asc" } } },
  });
  return indicators.map(({ id, name, unit, source, targets }) => ({
    ...{ id, name, unit, source },
    targets: targets.map(({ dueOn, value }) => ({
      dueOn: toIsoDate(dueOn),
      value: value.toNumber(),
    })),
  }));
}
