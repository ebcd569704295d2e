import type { Viewer } from "~/features/access/viewer";
import { requireUnchanged } from "~/features/organisation/seen-state.server";
import type { PartPlace } from "~/features/funding/rules/set-up-parts";
import { setUpProject } from "~/features/funding/set-up/set-up-project.server";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { requireAgreement } from "~/platform/question";
import { toDbDate, type IsoDate } from "~/terms/day";
import { turnedTargets } from "../rules/direction";
import type { IndicatorInput } from "./indicator-form.schema";
import { touchedByMeaning, type SharedReports } from "./meaning-check.server";
import { heldIndicator, type StoredIndicator } from "./stored-indicator.server";
import { decideTargets } from "./target-decisions.server";
import { touchedByTargets } from "./touched-by-targets.server";

type Given = { today: IsoDate; sharedReports: SharedReports };

/**
 * Adds an indicator to a project (`id` null) or changes it, with its dated targets: from the day
 * they are decided, or in the place of those that were wrong. Throws a `FieldError` beside a target
 * that isn't after the baseline, that another has the day of, or that the direction contradicts; at
 * `baseline` and `baselineOn` where records or measurements are in the way; what `touchedByMeaning`
 * and `decideTargets` throw; and a `Question` where figures of past days would mean something else,
 * or targets be others than a funder has read. Returns its id.
 */
export function saveIndicator(
  db: Database,
  viewer: Viewer,
  input: IndicatorInput & PartPlace,
  { today, sharedReports }: Given,
): Promise<string> {
  const act = { ...input, action: input.id === null ? "indicator.add" : "indicator.change" };
  return setUpProject(db, viewer, act, async ({ tx, audit, project: { id: projectId } }) => {
    requireTargets(input);
    requireCountedFromNothing(input);
    const before = input.id === null ? null : await heldIndicator(tx, { id: input.id, projectId });
    if (before) {
      if (input.seen) requireUnchanged(input.seen, before);
      await requireMeasurementsFit(tx, before.id, input);
    }
    const meaning = before
      ? await touchedByMeaning(tx, before, { projectId, input, sharedReports })
      : [];
    const id = await writeIndicator(tx, before, { projectId, input });
    const stored = before?.targets ?? null;
    const { targets } = await decideTargets(tx, { indicatorId: id, stored, input }, today);
    const decided = targets ? await touchedByTargets(tx, projectId, targets) : [];
    requireAgreement([...meaning, ...decided], input.agreed);
    const detail = {
      before: before && figuresOf(before),
      after: figuresOf(input),
      ...(targets && { targets }),
    };
    audit({ type: "indicator", id, detail });
    return id;
  });
}

function requireTargets({ baseline, baselineOn, direction, rows }: IndicatorInput): void {
  rows.forEach(({ number, dueOn }, index) => {
    const field = `dueOn${number}`;
    if (dueOn <= baselineOn) {
      throw new FieldError({ [field]: { key: "outcomes.errors.targetBeforeBaseline" } });
    }
    if (rows.slice(0, index).some((earlier) => earlier.dueOn === dueOn)) {
      throw new FieldError({ [field]: { key: "outcomes.errors.targetTwice" } });
    }
  });
  const [turned] = turnedTargets(
    { baseline, higherIsBetter: direction === "higher" },
    rows.map(({ number, target }) => ({ number, value: target })),
  );
  if (turned) {
    const key = `outcomes.errors.turned.${direction}`;
    throw new FieldError({ [`target${turned.number}`]: { key } });
  }
}

/** What is computed is what the records say: nothing is added to a start value that they don't have. */
function requireCountedFromNothing({ source, cumulation, baseline }: IndicatorInput): void {
  if (source !== "typed" && cumulation === "sum" && baseline !== 0) {
    throw new FieldError({ baseline: { key: "outcomes.errors.computedFromNothing" } });
  }
}

/** Measurements are from the baseline on. */
async function requireMeasurementsFit(
  tx: Transaction,
  indicatorId: string,
  { baselineOn }: IndicatorInput,
): Promise<void> {
  const [earlier] = await tx.$queryRaw<unknown[]>`
    select from measurements_of(${indicatorId}::uuid)
    where measured_on < ${baselineOn}::date limit 1`;
  if (earlier) {
    throw new FieldError({ baselineOn: { key: "outcomes.errors.baselineAfterMeasured" } });
  }
}

async function writeIndicator(
  tx: Transaction,
  before: StoredIndicator | null,
  { projectId, input }: { projectId: string; input: IndicatorInput },
): Promise<string> {
  const { name, unit, direction, baseline, baselineOn, cumulation, source } = input;
  const data = {
    ...{ name, unit, baseline, cumulation },
    higherIsBetter: direction === "higher",
    baselineOn: toDbDate(baselineOn),
    source: source === "typed" ? null : source,
  };
  if (before) return (await tx.indicator.update({ where: { id: before.id }, data })).id;
  const { _max } = await tx.indicator.aggregate({ where: { projectId }, _max: { position: true } });
  const position = (_max.position ?? 0) + 1;
  return (await tx.indicator.create({ data: { ...data, projectId, position } })).id;
}

type Fields = Pick<
  IndicatorInput,
  "baseline" | "baselineOn" | "unit" | "cumulation" | "direction" | "source"
>;

function figuresOf({ baseline, baselineOn, unit, cumulation, direction, source }: Fields) {
  return { baseline, baselineOn, unit, cumulation, direction, source };
}
