import { describe, expect, test } from "vitest";
import { actualOn, measuredUntil } from "~/features/outcomes/rules/actual";
import { numberOf } from "~/terms/fraction";

const measured = [
  { measuredOn: "2013-03-01", value: 4.1 },
  { measuredOn: "2013-02-01", value: 0.2 },
  { measuredOn: "2013-03-01", value: 4.7 },
  { measuredOn: "2013-04-01", value: 100 },
];

function actual(cumulation: "sum" | "latest" | "average", day: string, baseline = 0) {
  const found = actualOn({ cumulation, baseline }, measured, day);
  return found && numberOf(found);
}

describe("the result", () => {
  test.each([
    { cumulation: "sum" as const, result: 9 },
    { cumulation: "latest" as const, result: 4.7 },
    { cumulation: "average" as const, result: 3 },
  ])("as $cumulation is $result, without what is measured later", ({ cumulation, result }) => {
    expect(actual(cumulation, "2013-03-31")).toBe(result);
  });

  test("counts what is measured on the day itself", () => {
    expect(actual("sum", "2013-04-01")).toBe(109);
  });

  test("as a sum begins at the baseline, and nothing else does", () => {
    expect(actual("sum", "2013-04-01", 50)).toBe(159);
    expect(actual("latest", "2013-03-31", 50)).toBe(4.7);
    expect(actual("average", "2013-03-31", 50)).toBe(3);
  });

  test.each(["sum", "latest", "average"] as const)("as %s is none before the first", (way) => {
    expect(actual(way, "2013-01-31", 50)).toBeNull();
  });

  test("is known until its latest day", () => {
    expect(measuredUntil(measured, "2013-03-31")).toBe("2013-03-01");
    expect(measuredUntil(measured, "2013-01-31")).toBeNull();
  });
});
