import type { ChartConfiguration } from "chart.js";
import { budgetBars } from "./budget-bars";
import { bulletBars } from "./bullet-bars";
import type { Drawing } from "./chart";
import { cumulativeLines } from "./cumulative-lines";
import type { ChartSetting } from "./look";

/** How Chart.js draws a chart, in the language and the colours of where it stands. */
export function drawChart(drawing: Drawing, setting: ChartSetting): ChartConfiguration {
  switch (drawing.kind) {
    case "budget-bars":
      return budgetBars(drawing.rows, setting);
    case "bullet-bars":
      return bulletBars(drawing.rows, setting);
    case "cumulative-lines":
      return cumulativeLines(drawing.rows, setting);
  }
}
