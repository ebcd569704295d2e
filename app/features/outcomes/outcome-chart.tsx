import { formatsOf, type Formats } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import type { Column, Table, Words } from "~/tables/table";
import { decimalsOf } from "~/terms/decimals";
import { bulletBars, bulletHeight, type BulletRow } from "~/ui/charts/bullet-bars";
import type { Chart } from "~/ui/charts/chart";
import { figureDecimals, type IndicatorFigures } from "./indicator-figures";
import type { ProgressBand } from "./indicator-progress";
import type { IndicatorView } from "./indicator-view";

export type Outcomes = {
  indicators: IndicatorView[];
  asOf: string;
  /** The project is over, and `asOf` its last day: the plan is no longer today's. */
  hasEnded?: boolean;
};

/** Outcomes against targets: how much of its planned way from the baseline each has gone. */
export function outcomeChart(outcomes: Outcomes): Chart {
  const { indicators, asOf } = outcomes;
  return {
    finding: (speech) => outcomeFinding(indicators, speech),
    description: ({ t, language }) =>
      t("outcomes.chartDescription", { date: formatsOf(language).formatDate(asOf) }),
    table: outcomeTable(outcomes),
    build: (setting) => bulletBars(barsOf(indicators, setting), setting),
    height: (speech) => bulletHeight(barsOf(indicators, speech)),
  };
}

/** What the project is measured by: where each stands, and where it should. */
export function outcomeTable({
  indicators,
  asOf,
  hasEnded = false,
}: Outcomes): Table<IndicatorView> {
  const figure = (
    key: string,
    heading: Words,
    value: (row: IndicatorView) => number | null,
  ): Column<IndicatorView> => ({ key, heading, kind: "number", value, decimals: figureDecimals });
  return {
    title: "outcomes.caption",
    columns: [
      { key: "name", heading: "outcomes.indicator", kind: "text", value: (row) => row.name },
      { key: "unit", heading: "outcomes.unit", kind: "text", value: (row) => row.unit },
      figure("baseline", "outcomes.baseline", (row) => row.baseline),
      figure("plan", planHeading({ asOf, hasEnded }), (row) => row.plan),
      figure("actual", "outcomes.actual", (row) => row.actual),
      figure("target", "outcomes.target", (row) => row.targets.at(-1)?.value ?? null),
      {
        key: "due",
        heading: "outcomes.dueOn",
        kind: "day",
        value: (row) => row.targets.at(-1)?.dueOn ?? null,
      },
      {
        key: "progress",
        heading: "outcomes.progressPercent",
        kind: "number",
        value: (row) => (row.ratio === null ? null : Math.round(row.ratio * 100)),
      },
      {
        key: "band",
        heading: "outcomes.state",
        kind: "text",
        value: (row, speech) => bandName(row.band, speech),
      },
    ],
    rows: indicators,
    rowKey: (row) => row.id,
  };
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

/** The heading of a column with the plan: today's, or that of a day. */
function planHeading({ asOf, hasEnded }: { asOf: string; hasEnded: boolean }): Words {
  if (!hasEnded) return "outcomes.planToday";
  return ({ t, language }) => t("outcomes.planOn", { date: formatsOf(language).formatDate(asOf) });
}

function barsOf(indicators: IndicatorView[], speech: Speech): BulletRow[] {
  const formats = formatsOf(speech.language);
  return indicators.map((row) => ({
    label: row.name,
    progress: row.ratio,
    note: barNote(row, { formats, speech }),
  }));
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

function outcomeFinding(indicators: IndicatorView[], { t }: Speech): string {
  const due = indicators.filter(({ band }) => band !== "not-due");
  const onTrack = due.filter(({ band }) => band === "on-track" || band === "ahead");
  if (due.length === 0) return t("outcomes.findingNotDue");
  return t("outcomes.finding", { count: onTrack.length, due: due.length });
}
