import type { Viewer } from "~/features/access/viewer";
import {
  projectCascadeFigures,
  type ProjectCascadeFigures,
} from "~/features/cascade/spread/project-figures.queries.server";
import { findProject } from "~/features/funding/projects/projects.queries.server";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { isId } from "~/platform/ids";
import { toDbDate, toIsoDate, type IsoDate } from "~/terms/day";
import { isComputedSource, type ComputedValues } from "./computed-sources";
import { computedValues } from "./computed-values.server";
import { toldFigures } from "./indicator-figures";
import { actualOn, progressOn, type Cumulation } from "./indicator-progress";
import type { IndicatorView } from "./indicator-view";
import { outcomeDay } from "./outcome-day";

/**
 * The indicators of a project with their progress when `asOf` has ended, in their order. A caller
 * that also shows the project's cascade of that day passes it in, so that it is read once. The
 * caller has made sure that the project is the viewer's to see.
 */
export async function projectIndicators(
  db: Db,
  {
    projectId,
    asOf,
    cascade,
  }: { projectId: string; asOf: IsoDate; cascade?: ProjectCascadeFigures },
): Promise<IndicatorView[]> {
  const indicators = await db.indicator.findMany({
    where: { projectId },
    orderBy: { position: "asc" },
    include: {
      targets: { orderBy: { dueOn: "asc" } },
      measurements: {
        where: { measuredOn: { lte: toDbDate(asOf) } },
        orderBy: [{ measuredOn: "asc" }, { createdAt: "asc" }, { id: "asc" }],
        select: { measuredOn: true, value: true },
      },
    },
  });
  const isComputed = indicators.some(({ source }) => isComputedSource(source));
  const computed = isComputed
    ? computedValues(cascade ?? (await projectCascadeFigures(db, projectId, asOf)))
    : null;
  return indicators.map((indicator) => indicatorView(indicator, { computed, asOf }));
}

type StoredIndicator = {
  id: string;
  name: string;
  unit: string;
  higherIsBetter: boolean;
  baseline: Numeric;
  baselineOn: Date;
  cumulation: Cumulation;
  source: string | null;
  targets: { dueOn: Date; value: Numeric }[];
  measurements: { measuredOn: Date; value: Numeric }[];
};
/** A `Decimal` of the database: two decimals at most, so that a plain number holds it. */
type Numeric = { toNumber: () => number };

function indicatorView(
  indicator: StoredIndicator,
  { computed, asOf }: { computed: ComputedValues | null; asOf: IsoDate },
): IndicatorView {
  const { id, name, unit, higherIsBetter, cumulation, source } = indicator;
  const plan = {
    baseline: indicator.baseline.toNumber(),
    baselineOn: toIsoDate(indicator.baselineOn),
    targets: indicator.targets.map(({ dueOn, value }) => ({
      dueOn: toIsoDate(dueOn),
      value: value.toNumber(),
    })),
  };
  const measured = indicator.measurements.map(({ measuredOn, value }) => ({
    measuredOn: toIsoDate(measuredOn),
    value: value.toNumber(),
  }));
  const isComputed = isComputedSource(source);
  const actual = isComputed ? (computed?.[source] ?? null) : actualOn(cumulation, measured, asOf);
  const view = {
    ...{ id, name, unit, higherIsBetter, cumulation, isComputed, actual },
    ...plan,
    measuredOn: isComputed ? null : (measured.at(-1)?.measuredOn ?? null),
    ...progressOn(plan, { actual, asOf }),
  };
  return toldFigures(view, isComputed ? [] : measured.map(({ value }) => value));
}

export type MeasurementRow = {
  id: string;
  measuredOn: IsoDate;
  value: number;
  note: string;
  /** Null where it was not recorded by an account. */
  recordedBy: string | null;
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
  const where = { indicatorId: id };
  const [count, rows] = await Promise.all([
    db.measurement.count({ where }),
    db.measurement.findMany({
      where,
      orderBy: [{ measuredOn: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  const names = await accountNames(
    db,
    rows.map(({ recordedById }) => recordedById),
  );
  return {
    project,
    indicator,
    /** The day of the indicator's figures: today, or the last day of a project that is over. */
    outcomesOn,
    measurements: rows.map(({ id, measuredOn, value, note, recordedById }): MeasurementRow => ({
      id,
      measuredOn: toIsoDate(measuredOn),
      value: value.toNumber(),
      note,
      recordedBy: recordedById === null ? null : (names.get(recordedById) ?? null),
    })),
    today,
    submissionId: crypto.randomUUID(),
    page,
    pageCount: Math.max(1, Math.ceil(count / pageSize)),
  };
}

async function accountNames(db: Db, ids: (string | null)[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
