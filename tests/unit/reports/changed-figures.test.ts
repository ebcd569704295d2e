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

test("a figure's column and row are words, its key an id", () => {
  const { money, grantUse } = exampleReport();
  const paid = { ...money.paid, accumulatedOre: money.paid.accumulatedOre + 100, remainingOre: 1 };
  const uses = grantUse.map((use) => ({ ...use, spentOre: use.spentOre + 10_000_000 }));
  const changed = changedFigures(
    told(),
    told({ money: { ...money, paid }, grantUse: uses }),
    speech,
  );
  const headline = changed.filter(({ section }) => section === "headline");
  expect(headline.map(({ figure }) => figure)).toContain("remaining");
  expect(headline.map(({ figure }) => figure)).toContain("spent");
  const columns = headline.filter(({ figure }) => figure !== "").map(({ column }) => column);
  expect(new Set(columns)).toEqual(new Set(["Nyckeltal"]));
  const sums = changed.filter(({ section }) => section === "paid");
  expect(sums.map(({ figure }) => figure)).toContain("accumulated");
  expect(new Set(sums.map(({ row }) => row))).toEqual(new Set(["Summa utan egen arbetsinsats"]));
  expect(changed.every(({ row, column }) => row !== "–" && !/^[a-z-]+$/.test(column))).toBe(true);
});

test("a row is called by as few of its words as tell it from the others", () => {
  const { money } = exampleReport();
  const [first, ...rest] = money.lines;
  if (!first) throw new Error("The example has a line");
  const twin = { ...first, lineId: "twin", name: "Annan", accumulatedOre: 5 };
  const lines = (ore: number) => [{ ...first, accumulatedOre: ore }, twin, ...rest];
  const changed = changedFigures(
    told({ money: { ...money, lines: lines(1) } }),
    told({ money: { ...money, lines: lines(2) } }),
    speech,
  );
  const rows = changed.filter(({ section }) => section === "money").map(({ row }) => row);
  expect(new Set(rows)).toEqual(new Set([`${first.costCategory}, ${first.name}`]));
});
