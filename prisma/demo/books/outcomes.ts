import { toDbDate } from "~/terms/day";
import { instantOn, type Calendar } from "../days";
import { idOf, projectId } from "../ids";
import { indicators, type IndicatorStory } from "../story/outcomes";
import type { DemoRows } from "../tables";
import { accountOf } from "./accounts";

export function outcomeRows(
  day: Calendar,
): Pick<DemoRows, "indicators" | "indicatorTargets" | "measurements"> {
  return {
    indicators: indicators.map((indicator) => ({
      id: indicatorId(indicator),
      projectId: projectId(indicator.project),
      position: positionOf(indicator),
      name: indicator.name,
      unit: indicator.unit,
      higherIsBetter: !indicator.lowerIsBetter,
      baseline: indicator.baseline,
      baselineOn: toDbDate(day(indicator.baselineOn)),
      cumulation: indicator.cumulation,
      source: indicator.source ?? null,
    })),
    indicatorTargets: indicators.flatMap((indicator) =>
      indicator.targets.map(([on, value], index) => ({
        id: idOf("indicator-target", indicatorId(indicator), String(index)),
        indicatorId: indicatorId(indicator),
        dueOn: toDbDate(day(on)),
        value,
      })),
    ),
    measurements: indicators.flatMap((indicator) =>
      (indicator.measured ?? []).map(({ on, value, note = "" }, index) => ({
        id: idOf("measurement", indicatorId(indicator), String(index)),
        indicatorId: indicatorId(indicator),
        measuredOn: toDbDate(day(on)),
        value,
        note,
        recordedById: typeof on === "string" ? null : accountOf("johanna"),
        createdAt: instantOn(day(on), "10:00"),
      })),
    ),
  };
}

/** Its place among the indicators of its project, from 1. */
function positionOf(indicator: IndicatorStory): number {
  return indicators.filter(({ project }) => project === indicator.project).indexOf(indicator) + 1;
}

function indicatorId({ project, name }: IndicatorStory): string {
  return idOf("indicator", project, name);
}
