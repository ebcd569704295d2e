import { expect, test } from "vitest";
import { againstBudget } from "~/features/funding/rules/against-budget";
import { budgetChart } from "~/features/funding/budget/budget-chart";
import { byCostCategory } from "~/features/funding/rules/cost-categories";
import { cumulativeChart } from "~/features/funding/budget/cumulative-chart";
import type { CumulativePoint } from "~/features/funding/rules/cumulative";
import { projectMoneyOf, type ProjectMoney } from "~/features/funding/rules/project-money";
import { translator } from "~/i18n/server";
import type { Speech } from "~/i18n/translator";
import { fileLines } from "~/tables/file-lines";

const asOf = "2013-12-31";
const sv = { language: "sv" as const, t: translator("sv") };
const en = { language: "en" as const, t: translator("en") };

/** Lines as category, budget and spent, in kronor. */
function moneyOf(...lines: [costCategory: string, budget: number, spent: number][]) {
  return projectMoneyOf({
    ...{ asOf, grants: [], bookedThrough: null },
    lines: lines.map(([costCategory, budget], index) => ({
      lineId: String(index),
      costCategory,
      name: "",
      financing: "grant",
      grantId: null,
      amounts: [{ startsOn: "2013-01-01", endsBefore: "2014-01-01", amountOre: budget * 100 }],
      committedOre: 0,
    })),
    booked: lines.map(([, , spent], index) => ({
      lineId: String(index),
      ...{ previousOre: spent * 100, changedOre: 0, thisPeriodOre: 0, lateOre: 0 },
      ...{ previousMinutes: 0, changedMinutes: 0, thisPeriodMinutes: 0, lateMinutes: 0 },
      count: 1,
    })),
  });
}

/** What the chart of a project's budget finds. */
function budgetFinding({ lines, unplaced }: ProjectMoney, speech: Speech): string {
  const chart = {
    categories: byCostCategory(lines),
    unplaced,
    description: "",
    headings: { budget: "funding.budgetOre" as const },
  };
  return plain(budgetChart(chart, speech).finding);
}

test("lines of a cost category are added up, in the order of the budget", () => {
  const { lines } = moneyOf(["Resor", 10, 4], ["Personal", 100, 1], ["Resor", 5, 9]);
  expect(
    byCostCategory(lines).map((row) => [row.costCategory, row.budgetOre, row.accumulatedOre]),
  ).toEqual([
    ["Resor", 1500, 1300],
    ["Personal", 10_000, 100],
  ]);
});

test("own hours are no money: the finding is of what is paid", () => {
  const { lines, ...money } = moneyOf(["Resor", 10, 4], ["Egen arbetsinsats", 100, 120]);
  const [paid, own] = lines;
  if (!paid || !own) throw new Error("Two lines were made");
  const withHours = { ...money, lines: [paid, { ...own, financing: "in_kind" as const }] };
  expect(budgetFinding(withHours, sv)).toBe(
    "Alla kostnadsslag ryms i budgeten, mest är kvar för Resor: 6 kr",
  );
});

test.each([
  {
    money: moneyOf(["Resor", 10, 4], ["Personal", 100, 1]),
    sv: "Alla kostnadsslag ryms i budgeten, mest är kvar för Personal: 99 kr",
    en: "All cost categories are within budget; most remains for Personal: SEK 99",
  },
  {
    money: moneyOf(["Resor", 10, 14], ["Personal", 100, 1]),
    sv: "Resor har gått 4 kr över sin budget",
    en: "Resor is SEK 4 over its budget",
  },
  {
    money: moneyOf(["Resor", 10, 14], ["Personal", 100, 130], ["Lokal", 5, 5]),
    sv: "2 kostnadsslag har gått över sin budget, mest Personal med 30 kr",
    en: "2 cost categories are over their budget, most of all Personal by SEK 30",
  },
  {
    money: moneyOf(),
    sv: "Det finns ingen budget att jämföra med än",
    en: "There is no budget to compare with yet",
  },
])("the budget's finding: $sv", ({ money, ...expected }) => {
  expect(budgetFinding(money, sv)).toBe(expected.sv);
  expect(budgetFinding(money, en)).toBe(expected.en);
});

test.each([
  { spent: 995, forecast: null, title: "Utfallet följer planen" },
  { spent: 900, forecast: null, title: "100 kr mindre än planerat är förbrukat" },
  { spent: 1200, forecast: null, title: "200 kr mer än planerat är förbrukat" },
  {
    spent: 1200,
    forecast: 1450,
    title:
      "200 kr mer än planerat är förbrukat; i samma takt blir det 450 kr för mycket vid slutet",
  },
  { spent: 900, forecast: 1000, title: "100 kr mindre än planerat är förbrukat" },
])("the curve's finding at $spent of 1000, forecast $forecast", ({ spent, forecast, title }) => {
  const { paid } = moneyOf(["Resor", 1000, spent]);
  const last: CumulativePoint = {
    month: "2013-12-01",
    through: asOf,
    planOre: 100_000,
    actualOre: spent * 100,
    earlierOre: 0,
    forecastOre: forecast === null ? null : forecast * 100,
  };
  const chart = cumulativeChart({ points: [last], paid, asOf, ...nothingRead }, sv);
  expect(plain(chart.finding)).toBe(title);
  expect(chart.description.includes("Prognosen är beräknad")).toBe(forecast !== null);
});

const nothingRead = { bookedThrough: null, plannedThrough: asOf };
const readBefore = { bookedThrough: "2013-12-20", plannedThrough: "2013-12-20" };

test.each([
  { earlierOre: 0, hasEnded: false, says: "till och med 31 december 2013", column: undefined },
  { earlierOre: 50_000, hasEnded: false, says: "500 kr bokfört före perioden", column: 50_000 },
  { earlierOre: 0, hasEnded: true, says: "allt som har bokförts på projektet", column: undefined },
])("the curve says $says", ({ earlierOre, hasEnded, says, column }) => {
  const { paid } = moneyOf(["Resor", 1000, 900]);
  const point = {
    month: "2013-12-01",
    through: asOf,
    planOre: 100_000,
    actualOre: 90_000,
    earlierOre,
    forecastOre: null,
  };
  const chart = cumulativeChart({ points: [point], paid, asOf, ...readBefore, hasEnded }, sv);
  const description = plain(chart.description);
  expect(description).toContain(says);
  expect(description).toContain("Bokfört t.o.m. 20 december 2013.");
  expect(description).toContain("jämförs med planen t.o.m. 20 december 2013.");
  expect(description.includes("31 december 2013")).toBe(!hasEnded);
  const [headings = [], values = []] = fileLines(chart.table);
  const earlier = values[headings.indexOf("Varav bokfört före perioden")];
  expect(earlier).toEqual(column === undefined ? undefined : { amountOre: column });
});

test("what is not in the books yet is not behind the plan", () => {
  const amounts = [{ startsOn: "2013-01-01", endsBefore: "2014-01-01", amountOre: 365_000 }];
  const line = { lineId: "a", costCategory: "Resor", name: "Resor", grantId: null, amounts };
  const money = projectMoneyOf({
    ...{ asOf, grants: [], bookedThrough: "2013-07-19" }, // The 200th day of 365.
    lines: [{ ...line, financing: "cash", committedOre: 0 }],
    booked: [
      {
        ...{ lineId: "a", previousOre: 0, changedOre: 0, thisPeriodOre: 190_000, lateOre: 0 },
        ...{ previousMinutes: 0, changedMinutes: 0, thisPeriodMinutes: 0, lateMinutes: 0 },
        count: 1,
      },
    ],
  });
  const chart = cumulativeChart({ points: [], ...money, asOf }, sv);
  expect(plain(chart.finding)).toBe("100 kr mindre än planerat är förbrukat");
});

/** With ordinary spaces, so that the expected sentences can be read. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

test("without a budget nothing is compared with one", () => {
  const { paid, totals } = moneyOf(["Resor", 0, 25]);
  const point = {
    ...{ month: "2013-12-01", through: asOf, planOre: 0, actualOre: 2_500, earlierOre: 0 },
    forecastOre: null,
  };
  const chart = cumulativeChart({ points: [point], paid, asOf, ...readBefore }, sv);
  expect(plain(chart.finding)).toBe("Ingen budget att jämföra med: 25 kr är förbrukat");
  expect(chart.description).not.toContain("planen");
  expect(chart.drawing).toMatchObject({ rows: [{ planOre: null, spentOre: 2_500 }] });
  expect(againstBudget(totals, () => 1)(null)).toBe(null);
  expect(againstBudget({ budgetOre: 1 }, () => 1)(null)).toBe(1);
});
