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
    by = "infinity",
  }: {
    projectId: string;
    asOf: IsoDate;
    cascade?: ProjectCascadeFigures;
    /** Those alone that the project had by the end of a day. */
    by?: IsoDate | "infinity";
  },
): Promise<IndicatorView[]> {
  const indicators = await storedIndicators(db, { projectId, asOf, by });
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
  baseline: number;
  baselineOn: IsoDate;
  cumulation: Cumulation;
  source: string | null;
  targets: DecidedTarget[];
  measured: MeasuredValue[];
};

/** With all decisions on their targets, and what had been measured of them; in one statement. */
function storedIndicators(
  db: Db,
  { projectId, asOf, by }: { projectId: string; asOf: IsoDate; by: string },
): Promise<StoredIndicator[]> {
  return db.$queryRaw`
    with target as (
      select indicator_id, json_agg(json_build_object('dueOn', due_on, 'value', value,
        'decidedOn', decided_on, 'replacedOn', replaced_on)) as targets
      from target_decisions(${projectId}::uuid) group by indicator_id
    ), measured as (
      select indicator_id, json_agg(json_build_object('measuredOn', measured_on, 'value', value)
        order by measured_on, entered_at, measurement_id) as measured
      from measurements_until(${projectId}::uuid, ${asOf}::date) group by indicator_id
    )
    select indicator_id as id, name, unit, higher_is_better as "higherIsBetter",
      baseline::float8 as baseline, to_char(baseline_on, 'YYYY-MM-DD') as "baselineOn",
      cumulation, source, coalesce(targets, '[]') as targets, coalesce(measured, '[]') as measured
    from indicators_by(${projectId}::uuid, ${by}::date)
    left join target using (indicator_id) left join measured using (indicator_id)
    order by place, id`;
}

type Known = { computed: ComputedValues | null; asOf: IsoDate };

function indicatorView(
  { source, targets, measured, ...indicator }: StoredIndicator,
  { computed, asOf }: Known,
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
