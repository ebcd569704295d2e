import { expect, test, vi } from "vitest";
import { missingIn } from "~/features/reports/rules/missing";
import type { Report, VersionHead } from "~/features/reports/rules/report";
import { tellReport } from "~/features/reports/tables/told-report";
import { ReportPage } from "~/features/reports/page/report-page";
import { formatKronor } from "~/i18n/format";
import { translator } from "~/i18n/server";
import { show } from "../ui/showing";
import { exampleReport } from "./example-report";

// Remix's own links and forms render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("../ui/plain-navigation"));

function pageOf(report: Report, mayWrite = false, language: "sv" | "en" = "sv"): string {
  const isShared = report.report.sharedOn !== null;
  const view = {
    ...{ id: "r1", name: "Delredovisning 1", code: "NATET", isShared, dueOn: null, mayWrite },
    mayDiscard: mayWrite && !isShared,
    told: tellReport(report, { language, t: translator(language) }),
    missing: mayWrite && !isShared ? missingIn(report) : [],
    ...{ overlaps: [], rebookings: [], sha256: null, behind: null, submissionId: "s1" },
  };
  return show(<ReportPage view={view} />, language);
}

/** The texts of the cells of one row, by the text that the row begins with. */
function rowOf(page: string, start: string): string[] {
  const row = page.split("<tr>").find((html) => html.includes(`>${start}`));
  return (row?.split("</tr>")[0] ?? "")
    .split(/<t[hd]/)
    .slice(1)
    .map((cell) => cell.replace(/^[^>]*>/, "").replaceAll(/<[^>]*>/g, ""));
}

test("the page shows each line's amounts to the öre, and what is said of it", () => {
  const report = exampleReport();
  const page = pageOf(report);
  for (const { name, costCategory, ...line } of report.money.lines) {
    expect(rowOf(page, `${costCategory}: ${name}`).slice(1, 7)).toEqual(
      [
        line.budgetOre,
        line.previousOre,
        line.thisPeriodOre,
        line.accumulatedOre,
        line.remainingOre,
        line.varianceOre,
      ].map((amountOre) => formatKronor(amountOre, "sv", { withOre: true })),
    );
  }
  expect(page).toContain("−234,56\u00a0kr");
  expect(page).toContain("<dt>Resor: =Tåg</dt><dd>-Dyrare än väntat</dd>");
});

test("a table of whole kronor is shown without öre", () => {
  const { training, ...rest } = exampleReport();
  const page = (costOre: number) =>
    pageOf({
      ...rest,
      training: {
        ...training,
        cost: { ...training.cost, previousOre: 0, thisPeriodOre: costOre, accumulatedOre: 400_000 },
      },
    });
  expect(rowOf(page(1_900), "Kostnad för kurser").slice(2, 4)).toEqual([
    "19\u00a0kr",
    "4\u00a0000\u00a0kr",
  ]);
  expect(rowOf(page(1_903), "Kostnad för kurser").slice(2, 4)).toEqual([
    "19,03\u00a0kr",
    "4\u00a0000,00\u00a0kr",
  ]);
});

test("a chart's table says what the report's tables say", () => {
  expect(rowOf(pageOf(exampleReport()), "Resor<")[3]).toBe("1\u00a0234,56\u00a0kr");
});

test("the heading tells how much of the grant is spent", () => {
  const { grantUse, ...report } = exampleReport();
  expect(pageOf({ ...report, grantUse })).toContain("Delredovisning NATET: 1\u00a0% av bidraget");
  const none = grantUse.map((use) => ({ ...use, grantedOre: null }));
  expect(pageOf({ ...report, grantUse: none })).toContain("NATET: 1\u00a0% av budgeten");
  expect(pageOf({ ...report, grantUse }, false, "en")).toContain("Interim report NATET: 1%");
});

test("texts are paragraphs, and nothing in them is markup", () => {
  const page = pageOf(exampleReport());
  expect(page).toContain("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
  expect(page).toContain("<p>Vi gick kurs.<br/>Sedan lärde vi ut.</p>");
  expect(page).not.toContain("<script>");
});

test("who reads is told that the figures stay, since when, and is offered no verb", () => {
  const page = pageOf(shared());
  expect(page).toContain("Version 1, delad 20 juni 2013");
  expect(page).toContain("till och med 31 maj 2013 och ändras inte.");
  expect(page).not.toContain("inte när redovisningen delades");
  expect(page).not.toContain("<form");
  expect(page).not.toContain("saknas i redovisningen");
  expect(page).toContain('href="/reports/r1.csv"');
});

test("a version says which one it replaces, and when it was frozen if that was later", () => {
  const replaces = { number: 1, sharedOn: "2013-06-10" };
  expect(pageOf(shared({ number: 2, replaces }))).toContain(
    "Ersätter version 1, delad 10 juni 2013.",
  );
  const later = { freezing: "at_upgrade", frozenOn: "2026-11-28" } as const;
  expect(pageOf(shared(later))).toContain(
    "frysta 28 november 2026, inte när redovisningen delades",
  );
});

/** The example as it was shared. */
function shared(version: Partial<VersionHead> = {}): Report {
  const { report, ...rest } = exampleReport();
  const head = { number: 1, frozenOn: "2013-06-20", freezing: "shared", replaces: null } as const;
  return {
    ...rest,
    report: { ...report, sharedOn: "2013-06-20", version: { ...head, ...version } },
  };
}

test("who writes is told what is missing, and may share a draft or take a shared one back", () => {
  const { report, ...rest } = exampleReport();
  const draft = pageOf({ ...rest, report }, true);
  expect(draft).toContain('action="/reports/r1/share"');
  expect(draft).toContain("4 saker saknas i redovisningen");
  expect(draft).toContain("/reports/r1/edit#field-lessons");
  expect(draft).toContain("/projects/NATET/costs?line=unplaced");
  const taken = pageOf(shared(), true);
  expect(taken).toContain('action="/reports/r1/unshare"');
  expect(taken).not.toContain('/reports/r1/edit"');
});

test("a report of a project with nothing in it is a page all the same", () => {
  const { money, cascade, ownHours, ...rest } = exampleReport();
  const page = pageOf({
    ...rest,
    grants: [],
    grantUse: [],
    decisions: [],
    appendices: [],
    money: {
      ...money,
      lines: [],
      categories: [],
      unplaced: { ...money.unplaced, count: 0 },
      paid: { ...money.paid, budgetOre: 0 },
    },
    financing: [],
    points: [],
    ownHours: { ...ownHours, parties: [] },
    cascade: { ...cascade, methods: [], reachPercent: null, reachPercentBefore: null },
    indicators: [],
    texts: { activities: "", results: "", lessons: "" },
  });
  expect(page).toContain("Delredovisning NATET: ingen budget än");
  expect(page).toContain("Projektet följer ingen metod än");
  expect(page).toContain("Inga mål än");
});
