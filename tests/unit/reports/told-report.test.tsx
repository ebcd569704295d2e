import { expect, test, vi } from "vitest";
import { reportCsv } from "~/features/reports/files/report-csv.server";
import { ReportParts } from "~/features/reports/page/report-parts";
import { tellReport, type ToldReport } from "~/features/reports/tables/told-report";
import { translator } from "~/i18n/server";
import { drawChart } from "~/ui/charts/draw-chart";
import { lightLook } from "~/ui/charts/look";
import { show } from "../ui/showing";
import { exampleReport } from "./example-report";

// Remix's own links and forms render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("../ui/plain-navigation"));

test.each(["sv", "en"] as const)(
  "a report told in %s is kept as JSON, and says the same",
  (language) => {
    const speech = { language, t: translator(language) };
    const told = tellReport(exampleReport(), speech);
    // What was written is read again.
    const kept = JSON.parse(JSON.stringify(told)) as ToldReport;
    const formatsOf = (one: ToldReport) => ({
      csv: new TextDecoder().decode(reportCsv(one)),
      page: show(<ReportParts charts="/r1" rows={null} told={one} />, language),
      pictures: one.sections.map(
        ({ chart }) =>
          chart && JSON.stringify(drawChart(chart.drawing, { ...speech, look: lightLook })),
      ),
    });
    expect(formatsOf(kept)).toEqual(formatsOf(told));
    expect(kept.sections.filter(({ chart }) => chart)).toHaveLength(3);
    expect(functionsIn(told)).toEqual([]);
  },
);

test("what a row is called leads to its rows, for who may see them", () => {
  const told = tellReport(exampleReport(), { language: "sv", t: translator("sv") });
  const page = (rows: { id: string; number: number | null } | null) =>
    show(<ReportParts charts="/r1" rows={rows} told={told} />, "sv");
  for (const key of ["money", "cascade", "trained", "indicators"]) {
    const [row] = told.sections.find((section) => section.key === key)?.table.rows ?? [];
    const query = `section=${key}&amp;under=${row?.key}`;
    expect(page({ id: "r", number: null }), key).toContain(`/reports/r/rows?${query}`);
    expect(page({ id: "r", number: 2 }), key).toContain(`/reports/r/versions/2/rows?${query}`);
  }
  expect(page(null)).not.toContain("/rows?");
});

/** Where in something there are functions. */
function functionsIn(value: unknown, path = ""): string[] {
  if (typeof value === "function") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => functionsIn(inner, `${path}.${key}`));
}

test("a report of a project without a budget says so, and nothing of what remains", () => {
  const report = exampleReport();
  const nothing = { budgetOre: 0, planOre: 0 };
  const { lines, unplaced, totals, paid, categories } = report.money;
  const money = {
    lines: lines.map((line) => ({ ...line, ...nothing })),
    ...{ unplaced: { ...unplaced, ...nothing }, totals: { ...totals, ...nothing } },
    paid: { ...paid, ...nothing },
    categories: categories.map((category) => ({ ...category, ...nothing })),
  };
  const told = tellReport({ ...report, money }, { language: "sv", t: translator("sv") });
  const page = show(<ReportParts charts="/r1" rows={null} told={told} />, "sv");
  expect(page).toContain("Ingen budget att jämföra med");
  expect(page).not.toContain("än planerat");
  const header = told.sections.find(({ key }) => key === "money")?.table.columns ?? [];
  expect(header.map(({ key }) => key)).toContain("remaining");
  const stats = JSON.stringify(told);
  expect(stats).toContain("Ingen budget");
});
