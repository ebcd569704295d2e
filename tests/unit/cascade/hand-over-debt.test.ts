import { expect, test } from "vitest";
import { planStateOn } from "~/features/cascade/rules/hand-over-debt";

const plan = { colleagues: 4, dueOn: "2025-06-30" };

test("different colleagues who confirmed since the training are off the plan", () => {
  expect(planStateOn("2025-06-30", plan, 2)).toEqual({ reached: 2, left: 2, isLate: false });
});

test("the day after, what is left is late", () => {
  expect(planStateOn("2025-07-01", plan, 2)).toMatchObject({ left: 2, isLate: true });
});

test("more than planned leaves nothing, and nothing is never late", () => {
  expect(planStateOn("2026-01-01", { ...plan, colleagues: 1 }, 2)).toEqual({
    ...{ reached: 2, left: 0, isLate: false },
  });
});
