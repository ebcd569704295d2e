import { expect, test } from "vitest";
import { coverage } from "~/features/competence/rules/coverage";
import { isAtRisk, isLateOn, progressOf } from "~/features/competence/rules/requirement-state";

test("coverage counts holders at the level, of them the watched, and carriers at any level", () => {
  const cleared = { clearedSince: "2024-01-01" };
  expect(
    coverage(
      [
        { level: 3, observed: 3, clearedSince: null },
        { level: 4, observed: 2, ...cleared },
        { level: 2, observed: 2, ...cleared },
        { level: 0, observed: 0, ...cleared },
      ],
      3,
    ),
  ).toEqual({ people: 4, holders: 2, observed: 1, carriers: 2 });
});

test("of nobody nothing is covered", () => {
  expect(coverage([], 1)).toEqual({ people: 0, holders: 0, observed: 0, carriers: 0 });
  expect(progressOf({ people: 0, holders: 0 })).toBe("nobody");
  expect(progressOf({ people: 2, holders: 1 })).toBe("underway");
  expect(progressOf({ people: 2, holders: 2 })).toBe("covered");
});

test.each([
  { holders: 3, carriers: 2, risk: false },
  { holders: 2, carriers: 2, risk: true },
  { holders: 5, carriers: 1, risk: true },
  { holders: 0, carriers: 0, risk: true },
])("$holders holders and $carriers carriers of 3 and 2", ({ risk, ...counted }) => {
  expect(isAtRisk(counted, { minHolders: 3, minCarriers: 2 })).toBe(risk);
  expect(isAtRisk(counted, { minHolders: 0, minCarriers: 0 })).toBe(false);
});

test.each([
  { dueOn: "2024-05-31", holders: 1, late: true },
  { dueOn: "2024-05-31", holders: 2, late: false },
  { dueOn: "2024-06-01", holders: 1, late: false },
  { dueOn: null, holders: 0, late: false },
])("due $dueOn with $holders of 2 on 2024-06-01: late $late", ({ dueOn, holders, late }) => {
  expect(isLateOn("2024-06-01", { dueOn, people: 2, holders })).toBe(late);
});
