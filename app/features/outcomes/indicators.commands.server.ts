import type { Viewer } from "~/features/access/viewer";
import type { PartPlace } from "~/features/funding/rules/set-up-parts";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import { notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { toDbDate } from "~/terms/day";
import type { IndicatorInput } from "./indicator-form.schema";

/**
 * Adds an indicator to a project (`id` null) or changes it, with its dated targets. Throws a
 * `FieldError` beside a target that isn't after the baseline, or that another has the day of, and
 * at `source` and `baselineOn` where measurements are in the way. Returns its id.
 */
export function saveIndicator(db: Database, viewer: Viewer, input: IndicatorInput & PartPlace) {
  const act = { ...input, action: input.id === null ? "indicator.add" : "indicator.change" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    requireTargetDays(input);
    const { name, unit, direction, baseline, baselineOn, cumulation, source } = input;
    const data = {
      ...{ name, unit, baseline, cumulation },
      higherIsBetter: direction === "higher",
      baselineOn: toDbDate(baselineOn),
      source: source === "typed" ? null : source,
    };
    const id = input.id ?? (await addIndicator(tx, { ...data, projectId }));
    await requireMeasurementsFit(tx, id, input);
    const { count } = await tx.indicator.updateMany({ where: { id, projectId }, data });
    if (count === 0) return notFound();
    await tx.indicatorTarget.deleteMany({ where: { indicatorId: id } });
    const targets = input.rows.map(({ dueOn, target }) => ({ dueOn, value: target }));
    await tx.indicatorTarget.createMany({
      data: targets.map(({ dueOn, value }) => ({ indicatorId: id, dueOn: toDbDate(dueOn), value })),
    });
    audit({ type: "indicator", id, detail: { baseline, baselineOn, source, targets } });
    return id;
  });
}

function requireTargetDays({ baselineOn, rows }: IndicatorInput): void {
  rows.forEach(({ number, dueOn }, index) => {
    const field = `dueOn${number}`;
    if (dueOn <= baselineOn) {
      throw new FieldError({ [field]: { key: "outcomes.errors.targetBeforeBaseline" } });
    }
    if (rows.slice(0, index).some((earlier) => earlier.dueOn === dueOn)) {
      throw new FieldError({ [field]: { key: "outcomes.errors.targetTwice" } });
    }
  });
}

/** Measurements are of a typed indicator, from its baseline on. */
async function requireMeasurementsFit(
  tx: Transaction,
  indicatorId: string,
  { source, baselineOn }: IndicatorInput,
): Promise<void> {
  const where = { indicatorId };
  if (source !== "typed" && (await tx.measurement.count({ where })) > 0) {
    throw new FieldError({ source: { key: "outcomes.errors.sourceMeasured" } });
  }
  const earlier = { ...where, measuredOn: { lt: toDbDate(baselineOn) } };
  if ((await tx.measurement.count({ where: earlier })) > 0) {
    throw new FieldError({ baselineOn: { key: "outcomes.errors.baselineAfterMeasured" } });
  }
}

type IndicatorData = {
  projectId: string;
  name: string;
  unit: string;
  higherIsBetter: boolean;
  baseline: number;
  baselineOn: Date;
  cumulation: "sum" | "latest" | "average";
  source: string | null;
};

async function addIndicator(tx: Transaction, data: IndicatorData): Promise<string> {
  const { _max } = await tx.indicator.aggregate({
    where: { projectId: data.projectId },
    _max: { position: true },
  });
  const position = (_max.position ?? 0) + 1;
  return (await tx.indicator.create({ data: { ...data, position } })).id;
}
