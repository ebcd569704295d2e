import type { ChartConfiguration } from "chart.js";
import { formatNumber, formatTkr } from "~/i18n/format";
import { labelRoom, rowEndLabels } from "./direct-labels";
import { frameOptions, rowNameAxis, valueAxis } from "./frame";
import type { ChartSetting } from "./look";
import { wrapName } from "./wrap-name";

/** One kostnadsslag, in öre. `committedOre`: booked and not yet paid. */
export type BudgetBarRow = {
  label: string;
  budgetOre: number;
  spentOre: number;
  committedOre?: number;
};

/**
 * Horizontal bars: what is spent (filled) and booked (pale) inside the budget (outline), in tkr.
 * What exceeds the budget sticks out of the outline in the danger colour; the words say by how much
 * the row is used.
 */
export function budgetBars(rows: BudgetBarRow[], setting: ChartSetting): ChartConfiguration<"bar"> {
  const { language, look, t } = setting;
  const toTkr = (ore: number) => ore / 100_000;
  const frame = frameOptions(look);
  const words = rows.map((row) =>
    t("ui.chart.usedOf", {
      used: formatNumber(toTkr(row.spentOre), language),
      budget: formatNumber(toTkr(row.budgetOre), language),
    }),
  );
  const right = labelRoom(words);
  const hasCommitted = rows.some((row) => row.committedOre);
  return {
    type: "bar",
    data: {
      labels: rows.map((row) => wrapName(row.label)),
      datasets: [
        {
          label: t("ui.chart.spent"),
          data: rows.map((row) => toTkr(row.spentOre)),
          backgroundColor: rows.map((row) =>
            row.spentOre > row.budgetOre ? look.danger : look.series[1],
          ),
          stack: "used",
          ...thinBar,
        },
        ...(hasCommitted
          ? [
              {
                label: t("ui.chart.committed"),
                data: rows.map((row) => toTkr(row.committedOre ?? 0)),
                backgroundColor: look.band,
                borderColor: look.series[1],
                borderWidth: 1,
                stack: "used",
                ...thinBar,
              },
            ]
          : []),
        {
          label: t("ui.chart.budget"),
          data: rows.map((row) => toTkr(row.budgetOre)),
          backgroundColor: "transparent",
          borderColor: look.ink,
          borderWidth: 2,
          borderSkipped: false,
          stack: "budget",
          grouped: false,
          barPercentage: 0.92,
          categoryPercentage: 0.8,
        },
      ],
    },
    options: {
      ...frame,
      indexAxis: "y",
      layout: { padding: { right } },
      scales: {
        x: valueAxis({
          look,
          title: t("ui.chart.tkrAxis"),
          format: (tkr) => formatNumber(tkr, language),
          stacked: true,
          max: Math.max(1, ...rows.map((row) => toTkr(longestOf(row)))),
        }),
        y: rowNameAxis({ look, right, stacked: true }),
      },
      plugins: {
        ...frame.plugins,
        tooltip: {
          ...frame.plugins.tooltip,
          callbacks: {
            label: (item) =>
              `${item.dataset.label}: ${formatTkr(Number(item.raw) * 100_000, language)}`,
          },
        },
      },
    },
    plugins: [
      rowEndLabels(
        rows.map((row, index) => ({
          text: words[index] ?? "",
          colour: row.spentOre > row.budgetOre ? look.danger : look.ink,
        })),
        look.surface,
      ),
    ],
  };
}

const thinBar = { grouped: false, barPercentage: 0.6, categoryPercentage: 0.8 } as const;

function longestOf(row: BudgetBarRow): number {
  return Math.max(row.budgetOre, row.spentOre + (row.committedOre ?? 0));
}
