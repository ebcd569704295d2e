import { expect, test } from "vitest";
import { translator } from "~/i18n/server";
import { count, day, hours, level, money, percent, share, state, text } from "~/tables/columns";
import { fileLines } from "~/tables/file-lines";
import type { Table } from "~/tables/table";
import { tableCsv } from "~/tables/table-csv";
import { tellTable } from "~/tables/tell";

const sv = { language: "sv" as const, t: translator("sv") };
const en = { language: "en" as const, t: translator("en") };

type Line = { name: string; spentOre: number | null; minutes: number };

const lines: Table<Line> = {
  title: "funding.budget.caption",
  columns: [
    text("name", "funding.line", ({ name }) => name, { total: "funding.total" }),
    text("drawn", "funding.source", () => "only drawn", { on: "page" }),
    money("spent", "funding.actualOre", ({ spentOre }) => spentOre, { total: 150_050 }),
    hours("hours", "funding.hours.hours", ({ minutes }) => minutes, {
      fileHeading: "funding.amount",
      on: "file",
      total: 210,
    }),
    percent("share", "funding.hours.share", () => 0.4321),
  ],
  rows: [
    { name: "=Resor", spentOre: 150_050, minutes: 90 },
    { name: "Lokal", spentOre: null, minutes: 120 },
  ],
  rowKey: ({ name }) => name,
  isBlank: ({ spentOre }) => spentOre === null,
};

test("a file has headings, rows, also blank ones, and what stands under them", () => {
  expect(fileLines(tellTable(lines, sv))).toEqual([
    ["Budgetpost", "Utfall", "Belopp", "Andel"],
    ["=Resor", { amountOre: 150_050 }, { minutes: 90 }, { ratio: 0.4321 }],
    ["Lokal", null, { minutes: 120 }, { ratio: 0.4321 }],
    ["Summa", { amountOre: 150_050 }, { minutes: 210 }, null],
  ]);
});

test("as CSV the values are as a spreadsheet reads them, and no text is a formula", () => {
  const csv = (speech: typeof sv | typeof en) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(tableCsv(tellTable(lines, speech)));
  expect(csv(sv)).toBe(
    "\uFEFFBudgetpost;Utfall;Belopp;Andel\r\n" +
      "'=Resor;1500,50;1,5;43,2\r\nLokal;;2;43,2\r\nSumma;1500,50;3,5;\r\n",
  );
  expect(csv(en).split("\r\n").at(-2)).toBe("Total;1500,50;3,5;");
});

test("each kind is written as what it is; a share is two numbers where it names its whole", () => {
  const kinds: Table<null> = {
    title: "funding.budget.caption",
    columns: [
      state(
        "state",
        "outcomes.state",
        (_row, { t }) => t("funding.state.ended"),
        () => "good",
      ),
      day("day", "reports.date", () => "2013-12-13"),
      count("count", "reports.trained.people", () => 3),
      level("level", "training.list.level", () => 4),
      share("part", "reports.cascade.reach", () => ({ numerator: 3, denominator: 4 })),
      share("both", "reports.cascade.reach", () => ({ numerator: 3, denominator: 4 }), {
        of: "reports.cascade.group",
      }),
    ],
    rows: [null],
    rowKey: () => "one",
  };
  const [headings, values] = fileLines(tellTable(kinds, sv));
  expect(headings?.slice(4)).toEqual(["Räckvidd", "Räckvidd", "Personer i gruppen"]);
  expect(values).toEqual(["Avslutat", { date: "2013-12-13" }, 3, 4, 3, 3, 4]);
});

test("where there is no whole no part is told, unless the whole stands beside it", () => {
  const none: Table<null> = {
    title: "funding.budget.caption",
    columns: [
      share("part", "reports.cascade.reach", () => ({ numerator: 0, denominator: 0 })),
      share("both", "reports.cascade.reach", () => ({ numerator: 0, denominator: 0 }), {
        of: "reports.cascade.group",
      }),
    ],
    rows: [null],
    rowKey: () => "one",
  };
  expect(fileLines(tellTable(none, sv))[1]).toEqual([null, 0, 0]);
});

test("a table on its side has a line for each column", () => {
  const onSide: Table<Line> = {
    ...lines,
    onSide: {
      corner: "reports.training.figure",
      heading:
        ({ name }) =>
        () =>
          name,
    },
  };
  expect(fileLines(tellTable(onSide, sv)).slice(0, 3)).toEqual([
    ["Uppgift", "=Resor", "Lokal"],
    ["Budgetpost", "=Resor", "Lokal"],
    ["Utfall", { amountOre: 150_050 }, null],
  ]);
});
