import { createElement, type ComponentType } from "react";
import { expect, test, vi } from "vitest";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { tellReport } from "~/features/reports/tables/told-report";
import { translator } from "~/i18n/server";
import { todayInStockholm } from "~/platform/clock";
import type { ToldCell, ToldTable } from "~/tables/told";
import type * as ToldTableModule from "~/ui/told-table-view";
import { demoDatabase } from "../support/demo-database";
import { show } from "../unit/ui/showing";
import { everyRoute } from "./support/every-route";
import { cookieOf } from "./support/session";
import { visitPages, type VisitedPage } from "./support/visit-pages";

/** What the page that is drawn has loaded, and the tables that it has drawn. */
const drawing = vi.hoisted(() => ({ data: undefined as unknown, tables: [] as ToldTable[] }));

vi.mock("@remix-run/react", async (original) => ({
  ...(await original<object>()),
  useLoaderData: () => drawing.data,
  useActionData: () => undefined,
}));
// Remix's own links and forms render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("../unit/ui/plain-navigation"));
vi.mock("~/ui/told-table-view", async (original) => {
  const { ToldTableView, ...others } = await original<typeof ToldTableModule>();
  return {
    ...others,
    ToldTableView: (props: Parameters<typeof ToldTableView>[0]) => {
      drawing.tables.push(props.table);
      return ToldTableView(props);
    },
  };
});

const { db } = await demoDatabase();
const routes = await everyRoute();
const speech = { language: "sv" as const, t: translator("sv") };

const ofReports = ["Egen arbetsinsats per part", "Finansiering per källa", "Pengar per budgetpost"];
const ofProjects = ["Budgetposter", ...ofReports, "Vem som betalar"];

test.each([
  { role: "employee", summed: [] },
  { role: "funder", summed: ofReports },
  { role: "manager", summed: ofProjects },
  { role: "project_manager", summed: ofProjects },
  { role: "administrator", summed: ofProjects },
] as const)(
  "every table of a page that a $role sees adds up",
  async ({ role, summed }) => {
    const [titles, faults] = [new Set<string>(), new Set<string>()];
    const draw = (page: VisitedPage) => {
      const { html, tables } = drawn(page);
      for (const table of tables) {
        if (table.totals) titles.add(table.title);
        for (const fault of faultsIn(table)) faults.add(`${page.path}: ${fault}`);
      }
      return html;
    };
    await visitPages({ routes, cookie: await cookieOf(db, role), draw, most: 12 });
    expect([...faults]).toEqual([]);
    expect([...titles].sort()).toEqual(summed);
  },
  120_000,
);

test("each section of the demo's reports adds up, on the page and in the files", async () => {
  const today = todayInStockholm();
  const [reports, projects] = await Promise.all([db.report.findMany(), db.project.findMany()]);
  const which = [
    ...reports.map(({ id }) => ({ reportId: id })),
    ...projects.map(({ code }) => ({ projectCode: code })),
  ];
  for (const one of which) {
    const { sections } = tellReport(await reportPayload(db, { ...one, today }), speech);
    expect(sections.flatMap(({ table }) => faultsIn(table))).toEqual([]);
    const summed = sections.filter(({ table }) => table.totals);
    expect(summed.map(({ key }) => key)).toEqual(["money", "financing", "own-hours"]);
    const [lines, payers] = summed.map(({ table }) => amountsIn(table.totals));
    expect(payers).toEqual(lines);
  }
});

function drawn({ route, data }: VisitedPage): { html: string; tables: ToldTable[] } {
  drawing.data = data;
  drawing.tables = [];
  // A page of the app: a component without properties.
  const html = show(createElement(route.module.default as ComponentType));
  return { html, tables: drawing.tables };
}

/** Where a total is not what its rows come to, and where a table of totals leaves one out. */
function faultsIn({ title, columns, rows, totals }: ToldTable): string[] {
  if (!totals) return [];
  const added = rows.filter(({ isPart }) => !isPart);
  return columns.flatMap(({ key, kind, heading }) => {
    if (!["money", "hours", "count"].includes(kind)) return [];
    const total = figureOf(totals[key]);
    const sum = added.reduce((all, { cells }) => all + (figureOf(cells[key]) ?? 0), 0);
    return sum === total ? [] : [`${title}, ${heading}: rows ${sum}, total ${total}`];
  });
}

function amountsIn(totals: ToldTable["totals"] = {}): Record<string, number | null> {
  const amounts = Object.entries(totals).filter(
    ([, cell]) => typeof cell === "object" && cell !== null && "amountOre" in cell,
  );
  return Object.fromEntries(amounts.map(([key, cell]) => [key, figureOf(cell)]));
}

/** Öre, minutes or a count; null where there is none. */
function figureOf(cell: ToldCell | undefined): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "object" || cell === null) return null;
  if ("amountOre" in cell) return cell.amountOre;
  return "minutes" in cell ? cell.minutes : null;
}
