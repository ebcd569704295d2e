import { formatsOf } from "~/i18n/format";
import { cumulativeLines } from "~/ui/charts/cumulative-lines";
import { bookedThroughText } from "./booked-through";
import type { CumulativePoint } from "../rules/cumulative";
import type { FigureChart, Speech } from "../figures/figure-table";
import type { ProjectMoney } from "../rules/project-money";

type CumulativeMoney = {
  points: CumulativePoint[];
  paid: ProjectMoney["paid"];
  asOf: string;
  bookedThrough: string | null;
  plannedThrough: string;
  /** The project is over: the figures are everything booked, and the day of asking says nothing. */
  hasEnded?: boolean;
};

/** Cumulated spending against plan by month, with the forecast apart and called what it is. */
export function cumulativeChart(
  { hasEnded = false, ...money }: CumulativeMoney,
  speech: Speech,
): FigureChart<CumulativePoint> {
  const { t } = speech;
  const { points, paid } = money;
  const { formatMonth } = formatsOf(speech.language);
  const hasEarlier = earlierOreOf(points) !== 0;
  return {
    title: cumulativeFinding({ points, paid }, speech),
    description: descriptionOf({ ...money, hasEnded }, speech),
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
      ...(hasEarlier
        ? [
            {
              key: "earlier",
              header: t("funding.cumulative.earlier"),
              value: (row: CumulativePoint) => amount(row.earlierOre),
            },
          ]
        : []),
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

/** What is drawn, until when, and what of it is modelled or was booked before the first month. */
function descriptionOf(
  { points, asOf, bookedThrough, plannedThrough, hasEnded }: Required<CumulativeMoney>,
  speech: Speech,
): string {
  const { t, language } = speech;
  const { formatDate, formatKronor } = formatsOf(language);
  const earlierOre = earlierOreOf(points);
  return [
    hasEnded
      ? t("funding.cumulative.descriptionEnded")
      : t("funding.cumulative.description", { date: formatDate(asOf) }),
    ...(points.some(({ forecastOre }) => forecastOre !== null)
      ? [t("funding.cumulative.descriptionForecast")]
      : []),
    ...(earlierOre === 0
      ? []
      : [t("funding.cumulative.descriptionEarlier", { amount: formatKronor(earlierOre) })]),
    `${bookedThroughText(bookedThrough, speech)}.`,
    t("funding.cumulative.descriptionPlan", { date: formatDate(plannedThrough) }),
  ].join(" ");
}

function earlierOreOf(points: readonly CumulativePoint[]): number {
  return points[0]?.earlierOre ?? 0;
}

/** Behind or ahead of the plan until `plannedThrough`, in kronor; equal when they differ by under a hundredth. */
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
