import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { typedValue } from "../typed-value.schema";
import type { MeasurementPlace } from "./measurements.schema";

/** One measurement, for those who may correct or withdraw it. */
export type MeasurementView = {
  project: { code: string; name: string };
  indicator: { id: string; name: string; unit: string };
  measuredOn: IsoDate;
  value: number;
  /** Somebody has corrected or withdrawn it. */
  isGone: boolean;
  /** What its form begins with. */
  values: Record<string, string>;
  today: IsoDate;
  submissionId: string;
};

type Asked = MeasurementPlace & { language: "sv" | "en"; today: IsoDate };

export async function showMeasurement(
  db: Db,
  viewer: Viewer,
  { code, indicatorId, measurementId, ...of }: Asked,
): Promise<MeasurementView> {
  const project = await findProject(db, viewer, { code, verb: "change" });
  if (!isId(indicatorId) || !isId(measurementId)) return notFound();
  const measurement = await db.measurement.findFirst({
    where: {
      id: measurementId,
      indicator: { id: indicatorId, projectId: project.id, withdrawnAt: null },
    },
    include: { indicator: { select: { id: true, name: true, unit: true } } },
  });
  if (!measurement) return notFound();
  const { indicator, note } = measurement;
  const [measuredOn, value] = [toIsoDate(measurement.measuredOn), measurement.value.toNumber()];
  return {
    ...{ project: { code: project.code, name: project.name }, indicator, measuredOn, value },
    isGone: measurement.withdrawnAt !== null,
    values: { measuredOn, value: typedValue(value, of.language), note },
    today: of.today,
    submissionId: crypto.randomUUID(),
  };
}
