import { expect, test } from "vitest";
import { usedKeys } from "../../../scripts/checks/message-use";
import { dictionaryFaults, unusedFaults } from "../../../scripts/checks/messages";

test("two dictionaries with the same keys, placeholders and plural forms are in order", () => {
  const faults = faultsOf(
    { "log.title": "Logga kurs", "log.days_one": "En dag", "log.days_other": "{{count}} dagar" },
    {
      "log.title": "Log a course",
      "log.days_one": "{{count}} day",
      "log.days_other": "{{ count }} days",
    },
  );
  expect(faults).toEqual([]);
});

test.each<[Record<string, string>, Record<string, string>, RegExp]>([
  [{ a: "x", b: "y" }, { a: "x" }, /^b: missing in English/],
  [{ a: "x" }, { a: "x", b: "y" }, /^b: missing in Swedish/],
  [{ a: "x" }, { a: " " }, /^a: empty/],
  [
    { a: "Hej {{name}}" },
    { a: "Hello {{person}}" },
    /^a: Swedish fills {{name}}, English {{person}}/,
  ],
  [{ a: "{{from}}–{{to}}" }, { a: "{{from}}" }, /^a: Swedish fills {{from, to}}/],
  [{ a_one: "x" }, { a_one: "x" }, /^a_one: its plural form a_other is missing/],
  [
    { a: "x", a_one: "1", a_other: "2" },
    { a: "x", a_one: "1", a_other: "2" },
    /^a_one: a has a text of its own/,
  ],
  [{ a_other: "x" }, { a_other: "x" }, /^a_other: its plural form a_one is missing/],
  [{ a_one: "{{n}}", a_other: "{{n}}" }, { a_one: "x", a_other: "{{n}}" }, /^a_one: Swedish fills/],
])("%j beside %j is a fault", (sv, en, fault) => {
  expect(faultsOf(sv, en)).toEqual([expect.stringMatching(fault)]);
});

test.each([
  't("log.title")',
  "{ label: 'log.title' }",
  "t(`log.title`, { count })",
  "t(`log.${name}`)",
  't("log." + name)',
])("%s uses log.title", (text) => {
  expect(unusedOf({ "log.title": "Logga kurs" }, text)).toEqual([]);
});

test.each(['t("log.titles")', "t(`${area}.title`)", "// log.title", 't("log")'])(
  "%s does not",
  (text) => {
    expect(unusedOf({ "log.title": "Logga kurs" }, text)).toEqual([
      "log.title: no source asks for it",
    ]);
  },
);

test("plural forms are asked for by their stem, nested messages by other messages", () => {
  const texts = {
    "a.days_one": "En dag",
    "a.days_other": "{{count}} dagar",
    "a.long": "$t(a.days)",
  };
  expect(unusedOf(texts, 't("a.long")')).toEqual([]);
});

function faultsOf(sv: Record<string, string>, en: Record<string, string>): string[] {
  return dictionaryFaults({ sv: new Map(Object.entries(sv)), en: new Map(Object.entries(en)) });
}

function unusedOf(texts: Record<string, string>, text: string): string[] {
  return unusedFaults(new Map(Object.entries(texts)), usedKeys([{ path: "app/a.tsx", text }]));
}
