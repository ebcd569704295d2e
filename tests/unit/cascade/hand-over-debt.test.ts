import { expect, test } from "vitest";
import { planStateOn } from "~/features/cascade/rules/hand-over-debt";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { annMayTeach, exampleCascade, exampleHandOver } from "./example-cascade";

const input = exampleCascade({
  ...annMayTeach,
  handOvers: [
    exampleHandOver({ id: "h0", date: "2025-02-20", trainers: ["ann"], learners: ["early"] }),
    exampleHandOver({ id: "h1", date: "2025-03-01", trainers: ["ann"], learners: ["bo", "cia"] }),
    exampleHandOver({
      id: "h2",
      date: "2025-04-01",
      trainers: ["ann"],
      learners: ["bo", { person: "dan", confirmed: null }],
    }),
    exampleHandOver({ id: "h3", date: "2025-05-01", trainers: ["cia"], learners: ["eva"] }),
  ],
});
const history = {
  lineage: traceLineage(input),
  days: new Map(input.handOvers.map(({ id, date }) => [id, date])),
};
const plan = { personId: "ann", heldOn: "2025-03-01", colleagues: 4, dueOn: "2025-06-30" };

test("different colleagues who confirmed since the training are off the plan", () => {
  expect(planStateOn("2025-06-30", plan, history)).toEqual({ reached: 2, left: 2, isLate: false });
});

test("the day after, what is left is late", () => {
  expect(planStateOn("2025-07-01", plan, history)).toMatchObject({ left: 2, isLate: true });
});

test("more than planned leaves nothing, and nothing is never late", () => {
  expect(planStateOn("2026-01-01", { ...plan, colleagues: 1 }, history)).toEqual({
    reached: 2,
    left: 0,
    isLate: false,
  });
});

test("who was no valid trainer has reached nobody", () => {
  expect(planStateOn("2025-06-01", { ...plan, personId: "cia" }, history)).toMatchObject({
    reached: 0,
    left: 4,
  });
});
