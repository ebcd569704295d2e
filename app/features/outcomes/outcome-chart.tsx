import type { FigureChart, Speech } from "~/features/funding/figures/figure-table";
import { formatsOf, type Formats } from "~/i18n/format";
import { bulletBars, bulletHeight } from "~/ui/charts/bullet-bars";
import { decimalsOf } from "~/terms/decimals";
import type { IndicatorView } from "./indicator-view";
import { figureDecimals } from "./rules/told-figures";

/** Outcomes against targets: how much of its planned way from the baseline each has gone. */
export function outcomeChart(
  { indicators, asOf }: { indicators: IndicatorView[]; asOf: string },
  speech: Speech,
): FigureChart<IndicatorView> {
  const { t, language } = speech;
  const formats = formatsOf(language);
  const bars = indicators.map((row) => ({
    label: row.name,
    progress: row.ratio,
    text: percentText(row, formats),
    isBehind: row.band === "behind",
    note: barNote(row, { formats, speech }),
  }));
  return {
    title: outcomeFinding(indicators, speech),
    description: t("outcomes.chartDescription", { date: formats.formatDate(asOf) }),
    columns: [
      { key: "name", header: t("outcomes.indicator"), value: (row) => row.name },
      { key: "unit", header: t("outcomes.unit"), value: (row) => row.unit },
      { key: "baseline", header: t("outcomes.baseline"), value: (row) => row.baseline },
      { key: "plan", header: t("outcomes.plan"), value: (row) => row.plan },
      { key: "actual", header: t("outcomes.actual"), value: (row) => row.actual },
      {
        key: "measured",
        header: t("outcomes.lastMeasured"),
        value: (row) => dateOrNull(knownUntil(row)),
      },
      {
        key: "target",
        header: t("outcomes.target"),
        value: (row) => row.targets.at(-1)?.value ?? null,
      },
      {
        key: "due",
        header: t("outcomes.dueOn"),
        value: (row) => dateOrNull(row.targets.at(-1)?.dueOn),
      },
      { key: "progress", header: t("outcomes.progressPercent"), value: (row) => row.percent },
      { key: "band", header: t("outcomes.state"), value: (row) => bandName(row, speech) },
      { key: "planOn", header: t("outcomes.planOn"), value: (row) => ({ date: row.on }) },
    ],
    rows: indicators,
    rowKey: (row) => row.id,
    build: (setting) => bulletBars(bars, setting),
    height: bulletHeight(bars),
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
  { baseline, targets, actual, plan }: Figures,
  { formatNumber }: Formats,
): (value: number) => string {
  const decimals = figureDecimals([
    ...[baseline, actual, plan],
    ...targets.map(({ value }) => value),
  ]);
  return (value) => formatNumber(value, { decimals: Number.isInteger(value) ? 0 : decimals });
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

function dateOrNull(date: string | undefined) {
  return date === undefined ? null : { date };
}

function outcomeFinding(indicators: IndicatorView[], { t }: Speech): string {
  const due = indicators.filter(({ band }) => band !== "not-due");
  const onTrack = due.filter(({ band }) => band === "on-track" || band === "ahead");
  if (due.length === 0) return t("outcomes.findingNotDue");
  return t("outcomes.finding", { count: onTrack.length, due: due.length });
}
