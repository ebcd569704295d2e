import { expect, test } from "vitest";
import { makeTranslate, type MessageKey } from "~/i18n/translator";

const t = makeTranslate("sv", {
  room: {
    plain: "Utan värden",
    filled: "{{name}} har {{ count }} av {{all}}",
    left_one: "{{count}} kvar",
    left_other: "{{count}} kvar av dem",
    nested: { word: "Ord" },
  },
});
// These are no keys of the app's own dictionary.
const say = (key: string, values?: Record<string, string | number>) => t(key as MessageKey, values);

test.each([
  ["room.plain", {}, "Utan värden"],
  ["room.nested.word", {}, "Ord"],
  ["room.filled", { name: "Åsa", count: 2, all: "3" }, "Åsa har 2 av 3"],
  ["room.filled", { name: "$& {{all}}", count: 0, all: "<b>" }, "$& {{all}} har 0 av <b>"],
  ["room.filled", { name: "Åsa", count: 2 }, "Åsa har 2 av {{all}}"],
  ["room.left", { count: 1 }, "1 kvar"],
  ["room.left", { count: 0 }, "0 kvar av dem"],
  ["room.left", { count: 21 }, "21 kvar av dem"],
])("%s with %j is %j", (key, values, text) => {
  expect(say(key, values)).toBe(text);
});

test.each(["room.missing", "room", "room.plain.more", "room.left_few", "toString"])(
  "the unknown key %s throws",
  (key) => {
    expect(() => say(key)).toThrow(key);
  },
);
