import { expect, test } from "vitest";

import { traceLineage } from "~/features/cascade/rules/lineage";
import { annMayTeach, exampleCascade, exampleHandOver } from "./example-cascade";

test("learners who had acquired before still make a hand-over count, and keep what they had", () => {
  const { people, handOvers } = traceLineage(
    exampleCascade({
      acquisitions: [
        { person: "ann", date: "2025-01-10" },
        { person: "bo", date: "2025-01-11" },
      ],
      mayTeach: { ann: "2025-02-01" },
      handOvers: [
        exampleHandOver({ id: "h", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
      ],
    }),
  );

  expect(handOvers.get("h")).toMatchObject({ counted: true, generation: 1, learners: ["bo"] });
  expect(people.get("bo")).toMatchObject({ generation: 0, from: null });
});

test("what is learned outside later doesn't replace an earlier hand-over", () => {
  const { people } = traceLineage(
    exampleCascade({
      acquisitions: [...annMayTeach.acquisitions, { person: "bo", date: "2025-03-02" }],
      mayTeach: annMayTeach.mayTeach,
      handOvers: [
        exampleHandOver({ id: "h", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
      ],
    }),
  );

  expect(people.get("bo")).toMatchObject({ acquiredOn: "2025-03-01", generation: 1, from: "h" });
});

test("of several entries of one person the earliest is kept; what is dated later is not seen", () => {
  const { people } = traceLineage(
    exampleCascade({
      asOf: "2025-06-30",
      acquisitions: [
        { person: "ann", date: "2025-05-01" },
        { person: "ann", date: "2025-03-01" },
        { person: "ann", date: "2025-04-01" },
        { person: "bo", date: "2025-07-01" },
        { person: "cia", date: "2025-06-30" },
      ],
    }),
  );

  expect([...people].map(([person, { acquiredOn }]) => [person, acquiredOn])).toEqual([
    ["ann", "2025-03-01"],
    ["cia", "2025-06-30"],
  ]);
});

test("on one day the acquisition from outside wins", () => {
  const { people } = traceLineage(
    exampleCascade({
      acquisitions: [...annMayTeach.acquisitions, { person: "bo", date: "2025-03-01" }],
      mayTeach: annMayTeach.mayTeach,
      handOvers: [
        exampleHandOver({ id: "h", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
      ],
    }),
  );

  expect(people.get("bo")).toMatchObject({ generation: 0, from: null, learnedFrom: [] });
});

test("on one day the lower generation wins, then the id that comes first by character code", () => {
  const { people } = traceLineage(
    exampleCascade({
      ...annMayTeach,
      mayTeach: { ann: "2025-02-01", bo: "2025-02-01" },
      handOvers: [
        exampleHandOver({ id: "h0", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
        exampleHandOver({ id: "h1", date: "2025-04-01", trainers: ["bo"], learners: ["cia"] }),
        exampleHandOver({
          id: "h9",
          date: "2025-04-01",
          trainers: ["ann"],
          learners: ["cia", "dag"],
        }),
        exampleHandOver({ id: "h10", date: "2025-04-01", trainers: ["ann"], learners: ["dag"] }),
        exampleHandOver({ id: "ha", date: "2025-04-01", trainers: ["ann"], learners: ["eva"] }),
        exampleHandOver({ id: "hB", date: "2025-04-01", trainers: ["ann"], learners: ["eva"] }),
      ],
    }),
  );

  expect(people.get("cia")).toMatchObject({ generation: 1, from: "h9" });
  expect(people.get("dag")).toMatchObject({ generation: 1, from: "h10" });
  expect(people.get("eva")).toMatchObject({ generation: 1, from: "hB" });
});
