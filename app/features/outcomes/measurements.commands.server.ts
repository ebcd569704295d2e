import { actorOf } from "~/features/access/audit.server";
import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { isId } from "~/platform/ids";
import { transact } from "~/platform/transact.server";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { isComputedSource } from "./computed-sources";
import type { MeasurementInput } from "./measurements.schema";

type Place = { code: string; indicatorId: string };

/**
 * Records what an indicator was measured at. Throws a `FieldError` at `measuredOn` for a day
 * ahead, or before the indicator's baseline. A computed indicator takes no measurements: 404.
 * Returns the measurement's id.
 */
export async function recordMeasurement(
  db: Database,
  viewer: Viewer,
  { code, indicatorId, ...input }: MeasurementInput & Place,
  today: IsoDate,
): Promise<string> {
  const project = await findProject(db, viewer, { code, verb: "change" });
  if (input.measuredOn > today) refuseDay("outcomes.errors.dayAhead");
  const act = {
    actor: actorOf(viewer),
    action: "measurement.record",
    submissionId: input.submissionId,
  };
  return transact(db, act, async (tx, audit) => {
    const indicator = isId(indicatorId)
      ? await tx.indicator.findFirst({ where: { id: indicatorId, projectId: project.id } })
      : null;
    if (!indicator || isComputedSource(indicator.source)) return notFound();
    const baselineOn = toIsoDate(indicator.baselineOn);
    if (input.measuredOn < baselineOn) {
      refuseDay("outcomes.errors.dayBeforeBaseline", { date: baselineOn });
    }
    const { id } = await tx.measurement.create({
      data: {
        indicatorId: indicator.id,
        measuredOn: toDbDate(input.measuredOn),
        value: input.value,
        note: input.note,
        recordedById: viewer.accountId,
      },
    });
    const { measuredOn, value } = input;
    audit({ type: "measurement", id, detail: { indicatorId: indicator.id, measuredOn, value } });
    return id;
  });
}

function refuseDay(key: string, values?: Record<string, string>): never {
  throw new FieldError({ measuredOn: { key, ...(values && { values }) } });
}
