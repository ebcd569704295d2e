import {
  projectCascadeFigures,
  type ProjectCascadeFigures,
} from "~/features/cascade/spread/project-figures.queries.server";
import type { Db } from "~/platform/db.server";
import { sinceAlways, type IsoDate } from "~/terms/day";
import { computedValues, type ComputedValues } from "./computed/computed-values.server";
import type { IndicatorView } from "./indicator-view";
import type { Cumulation, MeasuredValue } from "./rules/actual";
import { isComputedSource } from "./rules/computed-sources";
import { findingOn, type IndicatorFacts } from "./rules/finding";
import { decidedBy, type DecidedTarget } from "./rules/targets";

/**
 * The indicators of a project with their findings when `asOf` has ended, in their order. A caller
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
  // One after the other: inside a transaction there is one connection.
  const indicators = await storedIndicators(db, projectId);
  const decisions = await targetDecisions(db, projectId);
  const measurements = await measurementsUntil(db, { projectId, asOf });
  const isComputed = indicators.some(({ source }) => isComputedSource(source));
  const computed = isComputed
    ? computedValues(cascade ?? (await projectCascadeFigures(db, projectId, asOf)))
    : null;
  const ofIndicator = <Row extends { indicatorId: string }>(rows: Row[], id: string) =>
    rows.filter(({ indicatorId }) => indicatorId === id);
  return indicators.map((indicator) =>
    indicatorView(indicator, {
      computed,
      asOf,
      targets: ofIndicator(decisions, indicator.id),
      measured: ofIndicator(measurements, indicator.id),
    }),
  );
}

type StoredIndicator = {
  id: string;
  name: string;
  unit: string;
  higherIsBetter: boolean;
  baseline: number;
  baselineOn: IsoDate;
  cumulation: Cumulation;
  source: string | null;
};

function storedIndicators(db: Db, projectId: string): Promise<StoredIndicator[]> {
  return db.$queryRaw`
    select indicator_id as id, name, unit, higher_is_better as "higherIsBetter",
      baseline::float8 as baseline, to_char(baseline_on, 'YYYY-MM-DD') as "baselineOn",
      cumulation, source
    from indicators_of(${projectId}::uuid) order by place, id`;
}

function targetDecisions(
  db: Db,
  projectId: string,
): Promise<(DecidedTarget & { indicatorId: string })[]> {
  return db.$queryRaw`
    select indicator_id as "indicatorId", to_char(due_on, 'YYYY-MM-DD') as "dueOn",
      value::float8 as value, to_char(decided_on, 'YYYY-MM-DD') as "decidedOn",
      to_char(replaced_on, 'YYYY-MM-DD') as "replacedOn"
    from target_decisions(${projectId}::uuid)`;
}

function measurementsUntil(
  db: Db,
  { projectId, asOf }: { projectId: string; asOf: IsoDate },
): Promise<(MeasuredValue & { indicatorId: string })[]> {
  return db.$queryRaw`
    select indicator_id as "indicatorId", to_char(measured_on, 'YYYY-MM-DD') as "measuredOn",
      value::float8 as value
    from measurements_until(${projectId}::uuid, ${asOf}::date)
    order by measured_on, entered_at, measurement_id`;
}

type Facts = {
  computed: ComputedValues | null;
  asOf: IsoDate;
  targets: DecidedTarget[];
  measured: MeasuredValue[];
};

function indicatorView(
  { source, ...indicator }: StoredIndicator,
  { computed, asOf, targets, measured }: Facts,
): IndicatorView {
  const { baseline, baselineOn, higherIsBetter, cumulation } = indicator;
  const computedFrom = isComputedSource(source) ? source : null;
  const facts: IndicatorFacts = {
    ...{ baseline, baselineOn, higherIsBetter, targets },
    results: computedFrom
      ? { computed: computed?.[computedFrom] ?? null }
      : { cumulation, measured },
  };
  return {
    ...indicator,
    isComputed: computedFrom !== null,
    source: computedFrom,
    targets: decidedBy(targets, asOf).map(({ dueOn, value, decidedOn }) => ({
      ...{ dueOn, value },
      decidedOn: decidedOn === sinceAlways ? null : decidedOn,
    })),
    ...findingOn(facts, asOf),
  };
}
