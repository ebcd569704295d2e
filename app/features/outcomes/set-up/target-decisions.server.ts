import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { toDbDate, type IsoDate } from "~/terms/day";
import { inForce, stepOfTargets, type TargetsSince } from "../rules/target-step";
import type { DecidedTarget } from "../rules/targets";
import type { IndicatorInput } from "./indicator-form.schema";

type Decided = {
  indicatorId: string;
  /** Those that stand; null for an indicator that is being added. */
  stored: DecidedTarget[] | null;
  input: IndicatorInput;
};

/**
 * Takes the step from an indicator's targets in force to the typed ones, in the caller's
 * transaction: those that end are marked, never deleted. Throws a `FieldError` at `decidedOn` for a
 * decision ahead, or before the one in force. Returns both for the trail; nothing where they are
 * the same.
 */
export async function decideTargets(
  tx: Transaction,
  { indicatorId, stored, input }: Decided,
  today: IsoDate,
) {
  const after = input.rows.map(({ dueOn, target }) => ({ dueOn, value: target }));
  const step = stepOfTargets(stored ?? [], after, sinceOf(input, { isNew: !stored, today }));
  if (step.kind === "same") return { targets: null };
  if (step.kind === "too-early") {
    const values = { date: step.decidedOn };
    throw new FieldError({ decidedOn: { key: "outcomes.errors.decidedBefore", values } });
  }
  const decidedOn = toDbDate(step.decidedOn);
  await tx.indicatorTarget.updateMany({
    where: { indicatorId, withdrawnAt: null, replacedOn: null },
    data: step.kind === "replacement" ? { replacedOn: decidedOn } : { withdrawnAt: new Date() },
  });
  await tx.indicatorTarget.createMany({
    data: after.map(({ dueOn, value }) => ({
      ...{ indicatorId, value, decidedOn },
      dueOn: toDbDate(dueOn),
    })),
  });
  const before = inForce(stored ?? []).map(({ dueOn, value }) => ({ dueOn, value }));
  return { targets: { before, after, step: step.kind, decidedOn: step.decidedOn } };
}

/** Where nothing is said: new targets have always held, others are decided today. */
function sinceOf(
  { targetsSince, decidedOn }: IndicatorInput,
  { isNew, today }: { isNew: boolean; today: IsoDate },
): TargetsSince {
  const since = targetsSince ?? (isNew ? "start" : "decided");
  if (since === "start") return { since };
  if (decidedOn !== null && decidedOn > today) {
    throw new FieldError({ decidedOn: { key: "outcomes.errors.decidedAhead" } });
  }
  return { since, decidedOn: decidedOn ?? today };
}
