import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import type { Database, Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { isId } from "~/platform/ids";
import { transact } from "~/platform/transact.server";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { holdIndicator } from "./held-indicator.server";
import { requireMeant } from "./measurement-check.server";
import type {
  CorrectionInput,
  MeasurementInput,
  MeasurementPlace,
  WithdrawalInput,
} from "./measurements.schema";

/**
 * Records what an indicator was measured at. Throws what `requireMeant` throws. A computed
 * indicator takes no measurements: 404. Returns the measurement's id.
 */
export async function recordMeasurement(
  db: Database,
  viewer: Viewer,
  input: MeasurementInput & Omit<MeasurementPlace, "measurementId">,
  today: IsoDate,
): Promise<string> {
  const { id: projectId } = await findProject(db, viewer, { ...input, verb: "change" });
  const { indicatorId, submissionId, measuredOn, value, note } = input;
  const act = { actor: actorOf(viewer), action: "measurement.record", submissionId };
  return transact(db, act, async (tx, audit) => {
    const indicator = await holdIndicator(tx, { projectId, indicatorId });
    requireMeant(indicator, input, today);
    const { id } = await tx.measurement.create({
      data: {
        ...{ indicatorId, value, note, recordedById: viewer.accountId },
        measuredOn: toDbDate(measuredOn),
      },
    });
    audit({ type: "measurement", id, detail: { indicatorId, measuredOn, value } });
    return id;
  });
}

/**
 * Puts another measurement in the place of one that was wrong, which is kept as withdrawn, with who
 * and why. Throws what `requireMeant` throws, and a `FieldError` where nothing is another or
 * somebody has corrected or withdrawn it meanwhile. Returns the new one's id.
 */
export async function correctMeasurement(
  db: Database,
  viewer: Viewer,
  input: CorrectionInput & MeasurementPlace,
  today: IsoDate,
): Promise<string> {
  const { id: projectId } = await findProject(db, viewer, { ...input, verb: "change" });
  const { indicatorId, submissionId, measuredOn, value, note, reason } = input;
  const act = { actor: actorOf(viewer), action: "measurement.correct", submissionId };
  return transact(db, act, async (tx, audit) => {
    const indicator = await holdIndicator(tx, { projectId, indicatorId });
    const wrong = await standingMeasurement(tx, input);
    const before = { measuredOn: toIsoDate(wrong.measuredOn), value: wrong.value.toNumber() };
    if (before.measuredOn === measuredOn && before.value === value && wrong.note === note) {
      throw new FieldError({ value: { key: "outcomes.errors.nothingCorrected" } });
    }
    requireMeant(indicator, input, today);
    await markWithdrawn(tx, viewer, { id: wrong.id, reason });
    const { id } = await tx.measurement.create({
      data: {
        ...{ indicatorId, value, note, recordedById: viewer.accountId },
        ...{ measuredOn: toDbDate(measuredOn), enteredAt: wrong.enteredAt, replacesId: wrong.id },
      },
    });
    const after = { measuredOn, value };
    audit({ type: "measurement", id, detail: { indicatorId, replaces: wrong.id, before, after } });
    return id;
  });
}

/**
 * Marks a measurement as one that never was, with who and why. Throws a `FieldError` where somebody
 * has corrected or withdrawn it meanwhile. Returns its id.
 */
export async function withdrawMeasurement(
  db: Database,
  viewer: Viewer,
  input: WithdrawalInput & MeasurementPlace,
): Promise<string> {
  const { id: projectId } = await findProject(db, viewer, { ...input, verb: "change" });
  const { indicatorId, submissionId, reason } = input;
  const act = { actor: actorOf(viewer), action: "measurement.withdraw", submissionId };
  return transact(db, act, async (tx, audit) => {
    await holdIndicator(tx, { projectId, indicatorId });
    const { id, measuredOn, value } = await standingMeasurement(tx, input);
    await markWithdrawn(tx, viewer, { id, reason });
    const before = { measuredOn: toIsoDate(measuredOn), value: value.toNumber() };
    audit({ type: "measurement", id, detail: { indicatorId, before, after: null } });
    return id;
  });
}

async function standingMeasurement(
  tx: Transaction,
  { indicatorId, measurementId }: Pick<MeasurementPlace, "indicatorId" | "measurementId">,
) {
  if (!isId(measurementId)) return notFound();
  const measurement = await tx.measurement.findFirst({ where: { id: measurementId, indicatorId } });
  if (!measurement) return notFound();
  if (measurement.withdrawnAt !== null) {
    throw new FieldError({ form: { key: "outcomes.errors.measurementGone" } });
  }
  return measurement;
}

async function markWithdrawn(
  tx: Transaction,
  viewer: Viewer,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await tx.measurement.update({
    where: { id },
    data: { withdrawnAt: new Date(), withdrawnById: viewer.accountId, withdrawnReason: reason },
  });
}
