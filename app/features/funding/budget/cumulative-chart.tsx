import { formatMonth, formatsOf } from "~/i18n/format";
import type { Speech } from "~/i18n/translator";
import { day, money, text } from "~/tables/columns";
import type { Table } from "~/tables/table";
import { tellTable } from "~/tables/tell";
import type { Chart } from "~/ui/charts/chart";
import { bookedThroughText } from "./booked-through";
import { againstBudget } from "../rules/against-budget";
import type { CumulativePoint } from "../rules/cumulative";
import type { ProjectMoney } from "../rules/project-money";

type CumulativeMoney = {
  points: CumulativePoint[];
  paid: ProjectMoney["paid"];
  asOf: string;
  bookedThrough: string | null;
  plannedThrough: string;
  /** The project is over: the figures are everything booked, and the day of asking says nothing. */
  hasEnded?: boolean;
  amounts?: Table<unknown>["amounts"];
};

/** Cumulated spending against plan by month, with the forecast apart and called what it is. */
export function cumulativeChart(
  { amounts, hasEnded = false, ...money }: CumulativeMoney,
  speech: Speech,
): Chart {
  const { points, paid } = money;
  return {
    finding: cumulativeFinding({ points, paid }, speech),
    description: descriptionOf({ ...money, hasEnded }, speech),
    table: tellTable({ ...pointTable(points, paid), amounts }, speech),
    drawing: {
      kind: "cumulative-lines",
      rows: points.map(({ month, planOre, actualOre, forecastOre }) => ({
        month,
        planOre: paid.budgetOre === 0 ? null : planOre,
        spentOre: actualOre,
        forecastOre,
      })),
    },
    height: 360,
  };
}

function pointTable(
  points: CumulativePoint[],
  paid: Pick<ProjectMoney["paid"], "budgetOre">,
): Table<CumulativePoint> {
  const hasEarlier = earlierOreOf(points) !== 0;
  return {
    title: "funding.cumulative.title",
    columns: [
      text("month", "funding.cumulative.month", ({ month }, { language }) =>
        formatMonth(month, language),
      ),
      day("through", "funding.cumulative.through", ({ through }) => through),
      money(
        "plan",
        "funding.cumulative.planThrough",
        againstBudget(paid, ({ planOre }) => planOre),
      ),
      money("actual", "funding.cumulative.actual", ({ actualOre }) => actualOre),
      ...(hasEarlier
        ? [money<CumulativePoint>("earlier", "funding.cumulative.earlier", (row) => row.earlierOre)]
        : []),
      money("forecast", "funding.cumulative.forecast", ({ forecastOre }) => forecastOre),
    ],
    rows: points,
    rowKey: ({ month }) => month,
  };
}

/** What is drawn, until when, and what of it is modelled or was booked before the first month. */
function descriptionOf(
  { points, paid, asOf, bookedThrough, plannedThrough, hasEnded }: CumulativeMoney,
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
    ...(paid.budgetOre === 0
      ? []
      : [t("funding.cumulative.descriptionPlan", { date: formatDate(plannedThrough) })]),
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
  if (paid.budgetOre === 0) {
    return t("funding.cumulative.findingNoBudget", { amount: formatKronor(paid.accumulatedOre) });
  }
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
