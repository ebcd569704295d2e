import type { Db, Transaction } from "~/platform/db.server";
import { toDbDate, toIsoDate } from "~/terms/day";
import type { RateStretch } from "../rules/hour-rates";

/** The rates of a project, by their days. */
export async function ratesOf(db: Db, projectId: string): Promise<RateStretch[]> {
  const rates = await db.hourRate.findMany({
    where: { projectId, withdrawnAt: null },
    orderBy: { validFrom: "asc" },
  });
  return rates.map(({ id, validFrom, endsBefore, rateOre }) => ({
    id,
    validFrom: toIsoDate(validFrom),
    endsBefore: endsBefore && toIsoDate(endsBefore),
    rateOre: Number(rateOre),
  }));
}

/**
 * Brings a project's stored rates to what they are after a change, in the caller's transaction:
 * those that are gone are marked as withdrawn, the rest keep their rows. Returns the id of the one
 * that is new, if any.
 */
export async function writeRates(
  tx: Transaction,
  projectId: string,
  { before, after }: { before: readonly RateStretch[]; after: readonly RateStretch[] },
): Promise<string | null> {
  const kept = new Map(after.map((rate) => [rate.id, rate]));
  // On the way two may meet: the rule that keeps them apart is asked once all are written.
  await tx.$executeRaw`set constraints hour_rate_once deferred`;
  for (const { id, endsBefore } of before) {
    if (id === null) continue;
    const rate = kept.get(id);
    const data = rate
      ? { endsBefore: rate.endsBefore && toDbDate(rate.endsBefore) }
      : { withdrawnAt: new Date() };
    if (rate?.endsBefore !== endsBefore) await tx.hourRate.update({ where: { id }, data });
  }
  const entered = after.find(({ id }) => id === null);
  const stored = entered
    ? await tx.hourRate.create({
        data: {
          projectId,
          validFrom: toDbDate(entered.validFrom),
          endsBefore: entered.endsBefore && toDbDate(entered.endsBefore),
          rateOre: BigInt(entered.rateOre),
        },
      })
    : null;
  await tx.$executeRaw`set constraints hour_rate_once immediate`;
  return stored?.id ?? null;
}
