import { formatsOf } from "~/i18n/format";
import { cumulativeLines } from "~/ui/charts/cumulative-lines";
import type { CumulativePoint } from "./cumulative";
import type { FigureChart, Speech } from "./figure-table";
import type { ProjectMoney } from "./project-money";

/** Cumulated spending against plan by month, with the forecast apart and called what it is. */
export function cumulativeChart(
  { points, paid, asOf }: { points: CumulativePoint[]; paid: ProjectMoney["paid"]; asOf: string },
  speech: Speech,
): FigureChart<CumulativePoint> {
  const { t } = speech;
  const { formatDate, formatMonth } = formatsOf(speech.language);
  const hasForecast = points.some(({ forecastOre }) => forecastOre !== null);
  return {
    title: cumulativeFinding({ points, paid }, speech),
    description: t(
      hasForecast ? "funding.cumulative.descriptionForecast" : "funding.cumulative.description",
      { date: formatDate(asOf) },
    ),
    columns: [
      {
        key: "month",
        header: t("funding.cumulative.month"),
        value: (row) => formatMonth(row.month),
      },
      {
        key: "through",
        header: t("funding.cumulative.through"),
        value: (row) => ({ date: row.through }),
      },
      {
        key: "plan",
        header: t("funding.cumulative.planThrough"),
        value: (row) => ({ amountOre: row.planOre }),
      },
      {
        key: "actual",
        header: t("funding.cumulative.actual"),
        value: (row) => amount(row.actualOre),
      },
      {
        key: "forecast",
        header: t("funding.cumulative.forecast"),
        value: (row) => amount(row.forecastOre),
      },
    ],
    rows: points,
    rowKey: (row) => row.month,
    build: (setting) =>
      cumulativeLines(
        points.map(({ month, planOre, actualOre, forecastOre }) => ({
          month,
          planOre,
          spentOre: actualOre,
          forecastOre,
        })),
        setting,
      ),
    height: 360,
  };
}

function amount(amountOre: number | null) {
  return amountOre === null ? null : { amountOre };
}

/** Behind or ahead of the plan today, in kronor; equal when they differ by under a hundredth. */
function cumulativeFinding(
  { points, paid }: { points: CumulativePoint[]; paid: ProjectMoney["paid"] },
  { t, language }: Speech,
): string {
  const { formatKronor } = formatsOf(language);
  const aheadOre = paid.accumulatedOre - paid.planOre;
  const atEndOre = points.at(-1)?.forecastOre ?? null;
  const isClose = Math.abs(aheadOre) * 100 < paid.budgetOre;
  const amount = formatKronor(Math.abs(aheadOre));
  const now = isClose
    ? t("funding.cumulative.findingOnPlan")
    : t(aheadOre > 0 ? "funding.cumulative.findingAbove" : "funding.cumulative.findingBelow", {
        amount,
      });
  if (atEndOre === null || atEndOre <= paid.budgetOre) return now;
  return t("funding.cumulative.findingForecastOver", {
    now,
    amount: formatKronor(atEndOre - paid.budgetOre),
  });
}
