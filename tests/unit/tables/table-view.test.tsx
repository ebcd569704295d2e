import { describe, expect, it, vi } from "vitest";
import {
  count,
  day,
  hours,
  level,
  money,
  number,
  percent,
  share,
  state,
  text,
} from "~/tables/columns";
import type { Column, Table } from "~/tables/table";
import { TableView } from "~/ui/table-view";
import { show } from "../ui/showing";

// Remix's own links render only inside a whole Remix app.
vi.mock("~/ui/navigation", () => import("../ui/plain-navigation"));

type Line = { name: string; payer: string | null; spentOre: number; isLate?: boolean };

const resor = { name: "Resor", payer: "Länsstyrelsen", spentOre: 123_450, isLate: true };
const lokal = { name: "Lokal", payer: null, spentOre: 0 };

function lineTable(rows: Line[], more: Partial<Table<Line>> = {}): Table<Line> {
  return {
    title: "funding.budget.caption",
    columns: [
      text("name", "funding.line", ({ name }) => name, {
        link: ({ name }) => (name === "Resor" ? "/resor" : null),
        total: "funding.total",
      }),
      text("payer", "funding.source", ({ payer }) => payer),
      state(
        "late",
        "outcomes.state",
        ({ isLate }, { t }) => (isLate ? t("cascade.owed.late") : null),
        () => "warning",
      ),
      money("spent", "funding.actualOre", ({ spentOre }) => spentOre, {
        total: rows.reduce((sum, { spentOre }) => sum + spentOre, 0),
      }),
      text("file", "funding.amount", () => "only in files", { on: "file" }),
    ],
    rows,
    rowKey: ({ name }) => name,
    ...more,
  };
}

/** The cells of a table, without what is around their words. */
function cellsOf(html: string): string[][] {
  return html
    .split("<tr>")
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd][^>]*>/)
        .slice(1)
        .map((cell) => (cell.split(/<\/t[hd]>/)[0] ?? "").replaceAll("\u00a0", " ")),
    );
}

describe("TableView", () => {
  it("shows the page's columns, links, states, and what stands under the rows", () => {
    expect(cellsOf(show(<TableView table={lineTable([resor, lokal])} />))).toEqual([
      ["Budgetpost", "Finansiär", "Läge", "Utfall"],
      [
        '<a href="/resor">Resor</a>',
        "Länsstyrelsen",
        expect.stringContaining("badge tone-warning"),
        "1 234,50 kr",
      ],
      ["Lokal", "–", expect.stringContaining("–"), "0,00 kr"],
      ["Summa", "", "", "1 234,50 kr"],
    ]);
  });

  it("shows amounts with öre where any of the table has some, unless it says how", () => {
    const shown = (rows: Line[], amounts?: Table<Line>["amounts"]) =>
      cellsOf(show(<TableView table={lineTable(rows, { amounts })} />))[1]?.at(-1);
    const whole = { ...resor, spentOre: 123_400 };
    expect(shown([whole])).toBe("1 234 kr");
    expect(shown([whole, { ...lokal, spentOre: 1 }])).toBe("1 234,00 kr");
    expect(shown([resor], "kronor")).toBe("1 235 kr");
    expect(shown([whole], "ore")).toBe("1 234,00 kr");
    expect(shown([{ ...resor, spentOre: 120_000_000 }], "tkr")).toBe("1 200 tkr");
  });

  it("puts columns in order, below and beside others, and leaves out what says nothing", () => {
    const html = show(
      <TableView
        table={lineTable([resor, lokal])}
        show={["spent", "name"]}
        below={{ name: ["payer"] }}
        beside={{ name: ["late"] }}
      />,
    );
    const [head, first, second] = cellsOf(html);
    expect(head).toEqual(["Utfall", "Budgetpost"]);
    expect(first?.[1]).toMatch(/^<div><a [^>]*>Resor<\/a> <span class="badge.*<\/div>/);
    expect(first?.[1]).toContain('<div class="soft">Länsstyrelsen</div>');
    expect(second?.[1]).toBe("Lokal");
  });

  it("draws a value in another way where the page says so, and actions as a last column", () => {
    const html = show(
      <TableView
        table={lineTable([resor])}
        show={["name", "spent"]}
        cells={{ spent: ({ name }, shown) => <b>{`${name}: ${shown}`}</b> }}
        actions={{ heading: "funding.setUp.edit", of: ({ name }) => <i>{name}</i> }}
      />,
    );
    expect(cellsOf(html)[1]).toEqual([
      '<a href="/resor">Resor</a>',
      "<b>Resor: 1 234,50 kr</b>",
      "<i>Resor</i>",
    ]);
    expect(html).toMatch(/<th scope="col" class="no-print">Ändra<\/th>/);
  });

  it("leaves blank rows to the files", () => {
    const table = lineTable([resor, lokal], { isBlank: ({ spentOre }) => spentOre === 0 });
    expect(show(<TableView table={table} />)).not.toContain("Lokal");
  });

  it("lies on its side: a row for each column, a column for each row", () => {
    const onSide: Table<Line>["onSide"] = {
      corner: "reports.training.figure",
      heading:
        ({ name }) =>
        () =>
          name,
    };
    expect(cellsOf(show(<TableView table={lineTable([resor, lokal], { onSide })} />))).toEqual([
      ["Uppgift", "Resor", "Lokal"],
      ["Budgetpost", '<a href="/resor">Resor</a>', "Lokal"],
      ["Finansiär", "Länsstyrelsen", "–"],
      ["Läge", expect.stringContaining("Dagen har passerat"), "–"],
      ["Utfall", "1 234,50 kr", "0,00 kr"],
    ]);
  });
});

type One = Column<null>;

it.each<[string, One, string]>([
  ["a day", day("d", "reports.date", () => "2013-12-13"), "13 december 2013"],
  [
    "a day in a list",
    day("d", "reports.date", () => "2013-12-13", { style: "short" }),
    '<span class="nowrap">2013-12-13</span>',
  ],
  ["hours", hours("h", "funding.hours.hours", () => 150), "2,5 h"],
  [
    "hours whose heading says so",
    hours("h", "funding.hours.hours", () => 150, { isBare: true }),
    "2,5",
  ],
  ["a count", count("c", "reports.trained.people", () => 1200), "1 200"],
  ["a whole number", number("n", "outcomes.actual", () => 5, { decimals: () => 2 }), "5"],
  ["a number", number("n", "outcomes.actual", () => 5.5, { decimals: () => 2 }), "5,50"],
  ["a number as it is", number("n", "outcomes.actual", () => 5.5), "5,5"],
  ["per cent", percent("p", "funding.hours.share", () => 0.4321), "43 %"],
  ["bare per cent", percent("p", "funding.hours.share", () => 0.4321, { isBare: true }), "43,2"],
  [
    "a share",
    share("s", "reports.cascade.reach", () => ({ numerator: 5, denominator: 9 })),
    "5 av 9",
  ],
  ["no share", share("s", "reports.cascade.reach", () => ({ numerator: 0, denominator: 0 })), "–"],
  ["nothing", money("m", "funding.amount", () => null), "–"],
])("shows %s", (_what, column, shown) => {
  const table = {
    title: "funding.budget.caption" as const,
    columns: [column],
    rows: [null],
    rowKey: () => "one",
  };
  expect(cellsOf(show(<TableView table={table} />))[1]).toEqual([shown]);
});

it("shows a level with its basis", () => {
  const table: Table<null> = {
    title: "training.list.caption",
    columns: [level("l", "training.list.level", () => 3, { basis: () => "observed" })],
    rows: [null],
    rowKey: () => "one",
  };
  expect(show(<TableView table={table} />)).toContain("Nivå 3: Självständigt, sedd i arbete");
});
