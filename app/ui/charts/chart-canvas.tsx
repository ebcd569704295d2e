import { useMemo } from "react";
import { Chart } from "react-chartjs-2";
import { useLanguage, useT } from "~/i18n/context";
import { registerChartParts } from "./chart-parts";
import type { Drawing } from "./chart";
import { drawChart } from "./draw-chart";
import { useChartFont } from "./use-chart-font";
import { useChartLook } from "./use-chart-look";

registerChartParts();

/** What draws a chart is given: its words, what to draw, and the server's picture of it. */
export type ChartDrawingProps = {
  label: string;
  drawing: Drawing;
  pngHref: string;
};

/** The drawn chart; loaded only in the browser, since it brings Chart.js with it. */
export function ChartCanvas({ label, drawing }: ChartDrawingProps) {
  const [language, t, look] = [useLanguage(), useT(), useChartLook()];
  const config = useMemo(
    () => drawChart(drawing, { language, t, look }),
    [drawing, language, t, look],
  );
  const isFontLoaded = useChartFont();
  // Chart.js draws from mutable options and keeps what it has measured: another look or font is
  // another chart.
  const key = [...Object.values(look), isFontLoaded].join();
  return (
    <Chart
      key={key}
      type={"type" in config ? config.type : "bar"}
      data={config.data}
      options={config.options}
      plugins={config.plugins}
      role="img"
      aria-label={label}
    />
  );
}
