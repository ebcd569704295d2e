import type { FigureChart, Speech } from "~/features/funding/figure-table";
import { formatsOf, type Formats } from "~/i18n/format";
import { bulletBars } from "~/ui/charts/bullet-bars";
import type { ProgressBand } from "./indicator-progress";
import type { IndicatorView } from "./indicators.queries.server";

/** Outcomes against targets: each indicator's progress against what the plan says on the day. */
export function outcomeChart(
  { indicators, asOf }: { indicators: IndicatorView[]; asOf: string },
  speech: Speech,
): FigureChart<IndicatorView> {
  const { t, language } = speech;
  const formats = formatsOf(language);
  return {
    title: outcomeFinding(indicators, speech),
    description: t("outcomes.chartDescription", { date: formats.formatDate(asOf) }),
    columns: [
      { key: "name", header: t("outcomes.indicator"), value: (row) => row.name },
      { key: "unit", header: t("outcomes.unit"), value: (row) => row.unit },
      { key: "baseline", header: t("outcomes.baseline"), value: (row) => row.baseline },
      { key: "plan", header: t("outcomes.planToday"), value: (row) => hundredths(row.plan) },
      {
        key: "actual",
        header: t("outcomes.actual"),
        value: (row) => (row.actual === null ? null : hundredths(row.actual)),
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
      {
        key: "progress",
        header: t("outcomes.progressPercent"),
        value: (row) => (row.ratio === null ? null : Math.round(row.ratio * 100)),
      },
      { key: "band", header: t("outcomes.state"), value: (row) => bandName(row.band, speech) },
    ],
    rows: indicators,
    rowKey: (row) => row.id,
    build: (setting) =>
      bulletBars(
        indicators.map((row) => ({
          label: row.name,
          progress: row.ratio,
          note: barNote(row, { formats, speech }),
        })),
        setting,
      ),
    height: 110 + 56 * indicators.length,
  };
}

/** A state in the reader's words. */
export function bandName(band: ProgressBand, { t }: Pick<Speech, "t">): string {
  return t(`outcomes.band.${band}`);
}

/** A value of an indicator with its decimals, two at most. */
export function formatValue(value: number, { formatNumber }: Formats): string {
  const shown = hundredths(value);
  const decimals = Number.isInteger(shown)
    ? 0
    : Number.isInteger(Math.round(shown * 100) / 10)
      ? 1
      : 2;
  return formatNumber(shown, { decimals });
}

/** The plan between two targets: one decimal says enough. */
export function formatPlan(plan: number, formats: Formats): string {
  return formatValue(Math.round(plan * 10) / 10, formats);
}

function barNote(
  row: IndicatorView,
  { formats, speech }: { formats: Formats; speech: Speech },
): string {
  if (row.ratio === null) return bandName(row.band, speech);
  return speech.t("outcomes.actualOfPlan", {
    actual: formatValue(row.actual ?? 0, formats),
    plan: formatPlan(row.plan, formats),
  });
}

/** A plan between two targets and an average have more decimals than anybody measures. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
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
