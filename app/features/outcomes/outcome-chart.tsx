import { formatsOf, type Formats } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { day, number, text } from "~/tables/columns";
import type { Column, Table, Words } from "~/tables/table";
import { tellTable } from "~/tables/tell";
import { decimalsOf } from "~/terms/decimals";
import { bulletHeight } from "~/ui/charts/bullet-rows";
import type { Chart } from "~/ui/charts/chart";
import type { IndicatorView } from "./indicator-view";
import { figureDecimals } from "./rules/told-figures";

/** Outcomes against targets: how much of its planned way from the baseline each has gone. */
export function outcomeChart(
  { indicators, asOf }: { indicators: IndicatorView[]; asOf: string },
  speech: Speech,
): Chart {
  const { t, language } = speech;
  const formats = formatsOf(language);
  const rows = indicators.map((row) => ({
    label: row.name,
    progress: row.ratio,
    text: percentText(row, formats),
    isBehind: row.band === "behind",
    note: barNote(row, { formats, speech }),
  }));
  return {
    finding: outcomeFinding(indicators, speech),
    description: t("outcomes.chartDescription", { date: formats.formatDate(asOf) }),
    table: tellTable(outcomeTable(indicators), speech),
    drawing: { kind: "bullet-bars", rows },
    height: bulletHeight(rows),
  };
}

/** What the project is measured by: where each stands, and where it should. */
export function outcomeTable(indicators: IndicatorView[]): Table<IndicatorView> {
  const figure = (
    key: string,
    heading: Words,
    value: (row: IndicatorView) => number | null,
  ): Column<IndicatorView> => number(key, heading, value, { decimals: decimalsIn });
  return {
    title: "outcomes.caption",
    columns: [
      text("name", "outcomes.indicator", ({ name }) => name),
      text("unit", "outcomes.unit", ({ unit }) => unit),
      figure("baseline", "outcomes.baseline", ({ baseline }) => baseline),
      figure("plan", "outcomes.plan", ({ plan }) => plan),
      figure("actual", "outcomes.actual", ({ actual }) => actual),
      day("measured", "outcomes.lastMeasured", (row) => knownUntil(row) ?? null),
      figure("target", "outcomes.target", ({ targets }) => targets.at(-1)?.value ?? null),
      day("due", "outcomes.dueOn", ({ targets }) => targets.at(-1)?.dueOn ?? null),
      number("progress", "outcomes.progressPercent", ({ percent }) => percent),
      text("band", "outcomes.state", bandName),
      day("plan-on", "outcomes.planOn", ({ on }) => on),
    ],
    rows: indicators,
    rowKey: ({ id }) => id,
  };
}

/** An indicator's state in the reader's words. */
export function bandName(
  { band, isComputed }: Pick<IndicatorView, "band" | "isComputed">,
  { t }: Pick<Speech, "t">,
): string {
  // What is computed is missing only where there is no group to measure it against.
  if (band === "not-measured" && isComputed) return t("outcomes.noGroup");
  return t(`outcomes.band.${band}`);
}

/** Until when an indicator's result is known, in the reader's words; nothing where there is none. */
export function untilText(row: IndicatorView, { t, language }: Speech): string {
  const day = knownUntil(row);
  if (day === undefined) return "";
  // A day stays on one line.
  const date = formatsOf(language).formatDate(day).replaceAll(" ", "\u00a0");
  return t(row.isComputed ? "outcomes.countedUntil" : "outcomes.measuredOn", { date });
}

/** Until when a result is known; undefined where there is none. */
export function knownUntil({
  actual,
  isComputed,
  on,
  measuredOn,
}: IndicatorView): string | undefined {
  if (actual === null) return undefined;
  return isComputed ? on : (measuredOn ?? undefined);
}

/** Writes an indicator's figures alike: whole ones plain, all others with as many decimals. */
export function figureFormat(
  figures: Figures,
  { formatNumber }: Formats,
): (value: number) => string {
  const decimals = decimalsIn(figures);
  return (value) => formatNumber(value, { decimals: Number.isInteger(value) ? 0 : decimals });
}

/** With how many decimals all of an indicator's figures are written. */
function decimalsIn({ baseline, targets, actual, plan }: Figures): number {
  return figureDecimals([baseline, actual, plan, ...targets.map(({ value }) => value)]);
}

type Figures = Pick<IndicatorView, "baseline" | "actual" | "plan"> & {
  targets: readonly { value: number }[];
};

/** A typed value with the decimals it has. */
export function formatValue(value: number, { formatNumber }: Formats): string {
  return formatNumber(value, { decimals: decimalsOf(value) });
}

/** The figures behind a bar; where the way doesn't start at nothing, also where it starts. */
function barNote(
  row: IndicatorView,
  { formats, speech }: { formats: Formats; speech: Speech },
): string {
  const { actual, baseline, plan, ratio, band } = row;
  if (actual === null || band === "not-due") return bandName(row, speech);
  const format = figureFormat(row, formats);
  const figures = speech.t(
    baseline === 0 || ratio === null ? "outcomes.actualOfPlan" : "outcomes.actualFromBaseline",
    { actual: format(actual), plan: format(plan), baseline: format(baseline) },
  );
  const state = ratio === null ? [bandName(row, speech).toLowerCase()] : [];
  return [figures, ...state, untilText(row, speech)].join(", ");
}

function percentText({ percent }: IndicatorView, { formatPercent }: Formats): string {
  return percent === null ? "" : formatPercent(percent / 100, { decimals: decimalsOf(percent) });
}

function outcomeFinding(indicators: IndicatorView[], { t }: Speech): string {
  const due = indicators.filter(({ band }) => band !== "not-due");
  const onTrack = due.filter(({ band }) => band === "on-track" || band === "ahead");
  if (due.length === 0) return t("outcomes.findingNotDue");
  return t("outcomes.finding", { count: onTrack.length, due: due.length });
}
