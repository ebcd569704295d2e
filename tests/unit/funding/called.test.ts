import { expect, test } from "vitest";
import { isCalled } from "~/features/funding/rules/called";

test.each([
  ["NY-1", true],
  ["ny-1", true],
  ["Gammal", true],
  ["ny-10", false],
  ["", false],
])("a code that a project has or has had leads to it: %j, %s", (typed, leads) => {
  expect(isCalled({ codes: ["ny-1", "gammal"] }, typed)).toBe(leads);
});

test("no code leads to what has none", () => {
  expect(isCalled({ codes: [] }, "ny-1")).toBe(false);
});
