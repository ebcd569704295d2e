import { accountNames } from "~/features/access/account-names.server";
import type { Viewer } from "~/features/access/viewer";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";
import { projectIndicators } from "../indicators.queries.server";
import { outcomeDay } from "../rules/outcome-day";

export type MeasurementRow = {
  id: string;
  measuredOn: IsoDate;
  value: number;
  note: string;
  /** Null where it was not recorded by an account. */
  recordedBy: string | null;
};

/** A measurement that never was. */
export type WithdrawnMeasurement = {
  id: string;
  measuredOn: IsoDate;
  value: number;
  /** An instant. */
  withdrawnAt: string;
  withdrawnBy: string | null;
  reason: string;
  /** What took its place; null where nothing did. */
  correction: { measuredOn: IsoDate; value: number } | null;
};

const pageSize = 25;

/** An indicator whose values are typed, with its measurements, latest first, a page at a time. */
export async function showMeasurements(
  db: Db,
  viewer: Viewer,
  { code, id, page, today }: { code: string; id: string; page: number; today: IsoDate },
) {
  const project = await findProject(db, viewer, { code });
  const outcomesOn = outcomeDay(project, today);
  const indicators = await projectIndicators(db, { projectId: project.id, asOf: outcomesOn });
  const indicator = indicators.find((each) => each.id === id);
  if (!isId(id) || !indicator || indicator.isComputed) return notFound();
  const [[{ count } = { count: 0 }], rows, withdrawn] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from measurements_of(${id}::uuid)`,
    db.$queryRaw<StoredMeasurement[]>`
      select measurement_id as id, to_char(measured_on, 'YYYY-MM-DD') as "measuredOn",
        value::float8 as value, note, recorded_by_id as "recordedById"
      from measurements_of(${id}::uuid)
      order by measured_on desc, entered_at desc, measurement_id desc
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    withdrawnMeasurements(db, id),
  ]);
  const names = await accountNames(db, [
    ...rows.map(({ recordedById }) => recordedById),
    ...withdrawn.map(({ withdrawnById }) => withdrawnById),
  ]);
  return {
    project,
    indicator,
    /** The day of the indicator's finding: today, or the last day of a project that is over. */
    outcomesOn,
    measurements: rows.map(({ recordedById, ...row }): MeasurementRow => ({
      ...row,
      recordedBy: names.get(recordedById) ?? null,
    })),
    withdrawn: withdrawn.map((row) => withdrawnMeasurement(row, names)),
    today,
    submissionId: crypto.randomUUID(),
    page,
    pageCount: pageCountOf(count, pageSize),
  };
}

type StoredMeasurement = Omit<MeasurementRow, "recordedBy"> & { recordedById: string | null };

type StoredWithdrawn = Omit<WithdrawnMeasurement, "withdrawnAt" | "withdrawnBy" | "correction"> & {
  withdrawnAt: Date;
  withdrawnById: string | null;
  correctedOn: IsoDate | null;
  correctedValue: number | null;
};

/** The last hundred. */
function withdrawnMeasurements(db: Db, id: string): Promise<StoredWithdrawn[]> {
  return db.$queryRaw`
    select measurement_id as id, to_char(measured_on, 'YYYY-MM-DD') as "measuredOn",
      value::float8 as value, withdrawn_at as "withdrawnAt", withdrawn_by_id as "withdrawnById",
      reason, to_char(corrected_on, 'YYYY-MM-DD') as "correctedOn",
      corrected_value::float8 as "correctedValue"
    from measurements_withdrawn(${id}::uuid)
    order by withdrawn_at desc, measurement_id desc
    limit 100`;
}

function withdrawnMeasurement(
  { id, measuredOn, value, withdrawnAt, withdrawnById, reason, ...by }: StoredWithdrawn,
  names: Map<string | null, string>,
): WithdrawnMeasurement {
  const { correctedOn, correctedValue } = by;
  return {
    ...{ id, measuredOn, value, reason },
    withdrawnAt: withdrawnAt.toISOString(),
    withdrawnBy: names.get(withdrawnById) ?? null,
    correction:
      correctedOn === null || correctedValue === null
        ? null
        : { measuredOn: correctedOn, value: correctedValue },
  };
}
