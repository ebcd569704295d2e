import { readPeriods } from "~/features/funding/reported/read-periods.queries.server";
import type { Transaction } from "~/platform/db.server";
import type { Touched } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import { lastDayOf } from "~/terms/period";
import type { Target } from "../rules/targets";

type DecidedTargets = { before: readonly Target[]; after: readonly Target[]; decidedOn: IsoDate };

/** That a funder has read other targets of days on which these would have been decided already. */
export async function touchedByTargets(
  tx: Transaction,
  projectId: string,
  { before, after, decidedOn }: DecidedTargets,
): Promise<Touched[]> {
  const read = await readPeriods(tx, projectId);
  const days = read.map(lastDayOf).filter((day) => day >= decidedOn);
  if (days.length === 0) return [];
  // The targets are among the values, so that a yes is to these.
  const values = { count: days.length, to: days.sort().at(-1) ?? "", decidedOn };
  const targets = { before: JSON.stringify(before), after: JSON.stringify(after) };
  return [{ key: "outcomes.errors.targetsRead", values: { ...values, ...targets } }];
}
