import { expect, test } from "vitest";
import { lineTitle } from "~/features/funding/rules/line-title";

test.each([
  ["Personal", "Projektledare", "Personal: Projektledare"],
  ["Personal", "Personal", "Personal"],
  [null, "Summa", "Summa"],
])("a line of %j named %j is %j", (costCategory, name, title) => {
  expect(lineTitle({ costCategory, name })).toBe(title);
});
