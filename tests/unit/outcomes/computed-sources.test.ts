import { expect, test } from "vitest";
import { isComputedSource } from "~/features/outcomes/rules/computed-sources";

test.each([
  ["trained-people", true],
  ["reach-percent", true],
  ["hand-overs", true],
  ["reach", false],
  ["", false],
  [null, false],
])("%j is computed: %s", (source, isComputed) => {
  expect(isComputedSource(source)).toBe(isComputed);
});
