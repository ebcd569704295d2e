import type { FigureChart, Speech } from "~/features/funding/figures/figure-table";
import type { Cell } from "~/formats/cell";
import { formatsOf, type Formats } from "~/i18n/format";
import { bulletBars, bulletHeight } from "~/ui/charts/bullet-bars";
import { decimalsOf, figureDecimals, type IndicatorFigures } from "./indicator-figures";
import { shifted } from "~/terms/rounding";
import { percentOf } from "~/terms/share";
import { usualBand, type ProgressBand } from "./indicator-progress";
import type { IndicatorView } from "./indicator-view";

type Outcomes = {
  indicators: IndicatorView[];
  asOf: string;
  /** The project is over, and `asOf` its last day: the plan is no longer today's. */
  hasEnded?: boolean;
};

/** Outcomes against targets: how much of its planned way from the baseline each has gone. */
export function outcomeChart(
  { indicators, asOf, hasEnded = false }: Outcomes,
  speech: Speech,
): FigureChart<IndicatorView> {
  const { t, language } = speech;
  const formats = formatsOf(language);
  const bars = indicators.map((row) => ({
    label: row.name,
    progress: row.ratio,
    note: barNote(row, { formats, speech }),
  }));
  return {
    title: outcomeFinding(indicators, speech),
    description: t("outcomes.chartDescription", { date: formats.formatDate(asOf) }),
    columns: [
      { key: "name", header: t("outcomes.indicator"), value: (row) => row.name },
      { key: "unit", header: t("outcomes.unit"), value: (row) => row.unit },
      { key: "baseline", header: t("outcomes.baseline"), value: (row) => row.baseline },
      { key: "plan", header: planHead({ asOf, hasEnded }, speech), value: (row) => row.plan },
      { key: "actual", header: t("outcomes.actual"), value: (row) => row.actual },
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
      {
        key: "progress",
        header: t("outcomes.progressPercent"),
        value: (row) => progressPercent(row.ratio),
      },
      { key: "band", header: t("outcomes.state"), value: (row) => bandName(row.band, speech) },
    ],
    rows: indicators,
    rowKey: (row) => row.id,
    build: (setting) => bulletBars(bars, setting),
    height: bulletHeight(bars),
  };
}

/** How far of its plan, in per cent: never rounded over an edge of the band that is on track. */
function progressPercent(ratio: number | null): Cell {
  const edges = [usualBand.low, usualBand.high].map((share) => shifted(share, 2));
  if (ratio === null) return null;
  return { percent: percentOf({ numerator: ratio, denominator: 1 }, { edges }) };
}

/** A state in the reader's words. */
export function bandName(band: ProgressBand, { t }: Pick<Speech, "t">): string {
  return t(`outcomes.band.${band}`);
}

/** Writes an indicator's figures alike: whole ones plain, all others with as many decimals. */
export function figureFormat(
  figures: IndicatorFigures,
  { formatNumber }: Formats,
): (value: number) => string {
  const decimals = figureDecimals(figures);
  return (value) => formatNumber(value, { decimals: Number.isInteger(value) ? 0 : decimals });
}

/** A typed value with the decimals it has. */
export function formatValue(value: number, { formatNumber }: Formats): string {
  return formatNumber(value, { decimals: decimalsOf(value) });
}

/** The head of a column with the plan: today's, or that of a day. */
export function planHead(
  { asOf, hasEnded }: { asOf: string; hasEnded: boolean },
  { t, language }: Speech,
): string {
  if (!hasEnded) return t("outcomes.planToday");
  return t("outcomes.planOn", { date: formatsOf(language).formatDate(asOf) });
}

/** The figures behind a bar; where the way doesn't start at nothing, also where it starts. */
function barNote(
  row: IndicatorView,
  { formats, speech }: { formats: Formats; speech: Speech },
): string {
  if (row.ratio === null) return bandName(row.band, speech);
  const format = figureFormat(row, formats);
  return speech.t(row.baseline === 0 ? "outcomes.actualOfPlan" : "outcomes.actualFromBaseline", {
    actual: format(row.actual ?? 0),
    plan: format(row.plan),
    baseline: format(row.baseline),
  });
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
