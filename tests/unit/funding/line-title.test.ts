import { expect, test } from "vitest";
import { lineTitle, tellLinesApart } from "~/features/funding/rules/line-title";

test.each([
  ["Personal", "Projektledare", "Personal: Projektledare"],
  ["Personal", "Personal", "Personal"],
  [null, "Summa", "Summa"],
])("a line of %j named %j is %j", (costCategory, name, title) => {
  expect(lineTitle({ costCategory, name })).toBe(title);
});

test("lines that several grants pay alike say which grant pays each", () => {
  const line = (name: string, grantId: string | null) => ({ costCategory: "Lön", name, grantId });
  const grants = [
    { id: "one", title: "Länsstyrelsen, Del ett" },
    { id: "two", title: "Länsstyrelsen, Del två" },
  ];
  const lines = [line("Lön", "one"), line("lön", "two"), line("Lön", null), line("Resor", "one")];
  expect(tellLinesApart(lines, grants).map(({ name }) => name)).toEqual([
    "Lön (Länsstyrelsen, Del ett)",
    "lön (Länsstyrelsen, Del två)",
    "Lön",
    "Resor",
  ]);
});
