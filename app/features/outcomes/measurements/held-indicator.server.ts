import { notFound } from "~/platform/app-error";
import type { Transaction } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { isComputedSource } from "../rules/computed-sources";

/** What the measurements of an indicator must fit. */
export type HeldIndicator = { id: string; unit: string; baselineOn: IsoDate };

/**
 * A typed indicator of a project, held for this transaction: whoever else changes it or its
 * measurements waits until it ends. A computed one takes no measurements: 404.
 */
export async function holdIndicator(
  tx: Transaction,
  { projectId, indicatorId }: { projectId: string; indicatorId: string },
): Promise<HeldIndicator> {
  if (!isId(indicatorId)) return notFound();
  await tx.$queryRaw`select id from indicator where id = ${indicatorId}::uuid for update`;
  const indicator = await tx.indicator.findFirst({
    where: { id: indicatorId, projectId, withdrawnAt: null },
  });
  if (!indicator || isComputedSource(indicator.source)) return notFound();
  const { id, unit, baselineOn } = indicator;
  return { id, unit, baselineOn: toIsoDate(baselineOn) };
}
