import { createElement, type ComponentType } from "react";
import { expect, test, vi } from "vitest";
import { reportPayload } from "~/features/reports/payload/report-payload.queries.server";
import { reportSections } from "~/features/reports/tables/report-sections";
import { translator } from "~/i18n/server";
import { todayInStockholm } from "~/platform/clock";
import { hasTotal, inWords, type Column, type Table } from "~/tables/table";
import { demoDatabase } from "../support/demo-database";
import { show } from "../unit/ui/showing";
import { everyRoute } from "./support/every-route";
import { cookieOf } from "./support/session";
import { visitPages, type VisitedPage } from "./support/visit-pages";

/** What the page that is drawn has loaded, and the tables that it has drawn. */
const drawing = vi.hoisted(() => ({ data: undefined as unknown, tables: [] as unknown[] }));

vi.mock("@remix-run/react", async (original) => ({
  ...(await original<object>()),
  useLoaderData: () => drawing.data,
  useActionData: () => undefined,
}));
// Remix's own links and forms render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("../unit/ui/plain-navigation"));
vi.mock("~/ui/table-view", async (original) => {
  const { TableView } = await original<typeof import("~/ui/table-view")>();
  return {
    TableView: (props: Parameters<typeof TableView>[0]) => {
      drawing.tables.push(props.table);
      return TableView(props);
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
  { role: "project-manager", summed: ofProjects },
  { role: "administrator", summed: ofProjects },
] as const)(
  "every table of a page that a $role sees adds up",
  async ({ role, summed }) => {
    const [titles, faults] = [new Set<string>(), new Set<string>()];
    const draw = (page: VisitedPage) => {
      const { html, tables } = drawn(page);
      for (const table of tables) {
        if (hasTotal(table)) titles.add(inWords(table.title, speech));
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
    const sections = reportSections(await reportPayload(db, { ...one, today }));
    expect(sections.flatMap(({ table }) => faultsIn(table))).toEqual([]);
    expect(sections.filter(({ table }) => hasTotal(table)).map(({ key }) => key)).toEqual([
      ...["money", "financing", "own-hours"],
    ]);
  }
});

function drawn({ route, data }: VisitedPage): { html: string; tables: Table<unknown>[] } {
  drawing.data = data;
  drawing.tables = [];
  const html = show(createElement(route.module.default as ComponentType));
  return { html, tables: drawing.tables as Table<unknown>[] };
}

/** Where a total is not what its rows come to, and where a table of totals leaves one out. */
function faultsIn(table: Table<unknown>): string[] {
  if (!hasTotal(table)) return [];
  return table.columns.flatMap((column) => {
    if (!isSummed(column)) return [];
    const name = `${inWords(table.title, speech)}, ${inWords(column.heading, speech)}`;
    const rows = table.rows.filter((row) => !table.isPart?.(row));
    const sum = rows.reduce<number>((all, row) => all + (column.value(row) ?? 0), 0);
    return sum === column.total ? [] : [`${name}: rows ${sum}, total ${column.total}`];
  });
}

type Summed = Extract<Column<unknown>, { kind: "money" | "hours" | "count" }>;

function isSummed(column: Column<unknown>): column is Summed {
  return ["money", "hours", "count"].includes(column.kind);
}
