import { expect, test } from "vitest";
import { changedFigures } from "~/features/reports/freezing/changed-figures";
import type { Report } from "~/features/reports/rules/report";
import { tellReport, type ToldReport } from "~/features/reports/tables/told-report";
import { translator } from "~/i18n/server";
import { exampleReport } from "./example-report";

const speech = { language: "sv" as const, t: translator("sv") };

function told(given: Partial<Report> = {}): ToldReport {
  return tellReport(exampleReport(given), speech);
}

test("the same figures differ nowhere", () => {
  expect(changedFigures(told(), told(), speech)).toEqual([]);
});

test("a figure is told with its place, as it was and as it is", () => {
  const { money } = exampleReport();
  const lines = money.lines.map((line, index) =>
    index === 1 ? { ...line, accumulatedOre: line.accumulatedOre + 100 } : line,
  );
  const changed = changedFigures(told(), told({ money: { ...money, lines } }), speech);
  expect(changed.filter(({ section }) => section === "money")).toEqual([
    expect.objectContaining({
      ...{ rowKey: lines[1]?.lineId, row: "Resor", column: "Ackumulerat" },
      ...{ then: "1\u00a0234,56\u00a0kr", now: "1\u00a0235,56\u00a0kr" },
    }),
  ]);
});

test("a row that has come or gone is told with all its figures", () => {
  const { decisions } = exampleReport();
  const [decision] = decisions;
  if (!decision) throw new Error("The example has a decision");
  const came = { ...decision, body: "Ny nämnd" };
  const more = changedFigures(told(), told({ decisions: [...decisions, came] }), speech);
  expect(more.length).toBeGreaterThan(1);
  expect(more.every(({ section, then }) => section === "decisions" && then === "–")).toBe(true);
  const fewer = changedFigures(told({ decisions: [...decisions, came] }), told(), speech);
  expect(fewer.map(({ then }) => then)).toContain("Ny nämnd");
});

test("a column or a section that only one version of the program has is no difference", () => {
  const then = told();
  const sections = then.sections
    .filter(({ key }) => key !== "paid")
    .map((section) => ({
      ...section,
      table: { ...section.table, columns: section.table.columns.slice(0, -1) },
    }));
  expect(changedFigures({ ...then, sections }, told(), speech)).toEqual([]);
  expect(changedFigures(told(), { ...then, sections }, speech)).toEqual([]);
});
