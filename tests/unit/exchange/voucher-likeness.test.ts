import { expect, test } from "vitest";
import { isAlike, plainNumber } from "~/features/exchange/ledgers/voucher-likeness";

const one = { organisation: "a", series: "A", number: "7", words: "Hotell" };

test.each([
  ["the same", {}],
  ["with zeros", { number: "007" }],
  ["without a series", { series: "" }],
  ["with a small letter", { series: "a" }],
  ["without a number", { number: "" }],
  ["another company's with other words", { organisation: "b", words: "H?tell" }],
])("one %s is alike", (_, other) => {
  expect(isAlike(one, { ...one, ...other })).toBe(true);
  expect(isAlike({ ...one, ...other }, one)).toBe(true);
});

test.each([
  ["of another number", { number: "8" }],
  ["of another series", { series: "B" }],
  ["with other words", { words: "Båt" }],
  ["without a number and with other words", { number: "", words: "Båt" }],
  [
    "another company's without a number and with other words",
    {
      ...{ organisation: "b", number: "", words: "Båt" },
    },
  ],
])("one %s is not", (_, other) => {
  expect(isAlike(one, { ...one, ...other })).toBe(false);
  expect(isAlike({ ...one, ...other }, one)).toBe(false);
});

test("zeros before a number are nothing, and a number of zeros is one", () => {
  expect(["0007", "0", "000", "A07", ""].map(plainNumber)).toEqual(["7", "0", "0", "a07", ""]);
});
