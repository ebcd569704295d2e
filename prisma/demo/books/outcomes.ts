import { sinceAlways, toDbDate } from "~/terms/day";
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
      id: idOfIndicator(indicator),
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
    indicatorTargets: indicators.flatMap((indicator) => targetRows(indicator, day)),
    measurements: indicators.flatMap((indicator) => measurementRows(indicator, day)),
  };
}

function targetRows(indicator: IndicatorStory, day: Calendar): DemoRows["indicatorTargets"] {
  const { targets, before } = indicator;
  const indicatorId = idOfIndicator(indicator);
  const changedOn = before ? toDbDate(day(before.until)) : null;
  const earlier = before?.targets.map(([on, value], index) => ({
    ...{ id: idOf("indicator-target", indicatorId, "before", String(index)), indicatorId, value },
    ...{ dueOn: toDbDate(day(on)), decidedOn: toDbDate(sinceAlways), replacedOn: changedOn },
  }));
  const inForce = targets.map(([on, value], index) => ({
    ...{ id: idOf("indicator-target", indicatorId, String(index)), indicatorId, value },
    ...{ dueOn: toDbDate(day(on)), decidedOn: changedOn ?? toDbDate(sinceAlways) },
  }));
  return [...(earlier ?? []), ...inForce];
}

function measurementRows(indicator: IndicatorStory, day: Calendar): DemoRows["measurements"] {
  const indicatorId = idOfIndicator(indicator);
  return (indicator.measured ?? []).flatMap(({ on, value, note = "", wrong }, index) => {
    const recordedById = typeof on === "string" ? null : accountOf("johanna");
    const enteredAt = instantOn(day(on), "10:00");
    const entered = { indicatorId, measuredOn: toDbDate(day(on)), note, recordedById, enteredAt };
    const id = idOf("measurement", indicatorId, String(index));
    if (!wrong) return [{ ...entered, id, value, createdAt: enteredAt }];
    const correctedAt = instantOn(day(on), "11:00");
    const wrongId = idOf("measurement", indicatorId, String(index), "wrong");
    const trace = { withdrawnById: recordedById, withdrawnReason: wrong.reason };
    return [
      {
        ...{ ...entered, ...trace, id: wrongId, value: wrong.value },
        ...{ createdAt: enteredAt, withdrawnAt: correctedAt },
      },
      { ...entered, id, value, createdAt: correctedAt, replacesId: wrongId },
    ];
  });
}

/** Its place among the indicators of its project, from 1. */
function positionOf(indicator: IndicatorStory): number {
  return indicators.filter(({ project }) => project === indicator.project).indexOf(indicator) + 1;
}

function idOfIndicator({ project, name }: IndicatorStory): string {
  return idOf("indicator", project, name);
}
