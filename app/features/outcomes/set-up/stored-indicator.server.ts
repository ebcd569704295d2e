import { notFound } from "~/platform/app-error";
import type { Db, Transaction } from "~/platform/db.server";
import { toIsoDate } from "~/terms/day";
import { isComputedSource } from "../rules/computed-sources";
import type { Meaning } from "../rules/meaning";
import type { DecidedTarget } from "../rules/targets";

/** An indicator as its form shows it. */
export type StoredIndicator = Meaning & {
  id: string;
  name: string;
  /** All that stand, also those that others have replaced, by their dates. */
  targets: DecidedTarget[];
};

/** An indicator of a project; null where none stands. */
export async function storedIndicator(
  db: Db,
  where: { id: string; projectId: string },
): Promise<StoredIndicator | null> {
  const stored = await db.indicator.findFirst({ where: { ...where, withdrawnAt: null } });
  if (!stored) return null;
  const { id, name, unit, cumulation, higherIsBetter, source } = stored;
  return {
    ...{ id, name, unit, cumulation },
    direction: higherIsBetter ? "higher" : "lower",
    source: isComputedSource(source) ? source : "typed",
    baseline: stored.baseline.toNumber(),
    baselineOn: toIsoDate(stored.baselineOn),
    targets: await targetDecisions(db, where),
  };
}

/**
 * The indicator as it is: nobody else changes it or its measurements until the change has ended.
 * Throws 404 where there is none.
 */
export async function heldIndicator(
  tx: Transaction,
  where: { id: string; projectId: string },
): Promise<StoredIndicator> {
  await tx.$queryRaw`select id from indicator where id = ${where.id}::uuid for update`;
  return (await storedIndicator(tx, where)) ?? notFound();
}

function targetDecisions(
  db: Db,
  { id, projectId }: { id: string; projectId: string },
): Promise<DecidedTarget[]> {
  return db.$queryRaw`
    select to_char(due_on, 'YYYY-MM-DD') as "dueOn", value::float8 as value,
      to_char(decided_on, 'YYYY-MM-DD') as "decidedOn",
      to_char(replaced_on, 'YYYY-MM-DD') as "replacedOn"
    from target_decisions(${projectId}::uuid)
    where indicator_id = ${id}::uuid order by due_on, decided_on`;
}
