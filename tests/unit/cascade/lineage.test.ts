import { expect, test } from "vitest";

import type { CascadeInput } from "~/features/cascade/rules/cascade-input";
import { traceLineage } from "~/features/cascade/rules/lineage";
import { annMayTeach, exampleCascade, exampleHandOver } from "./example-cascade";

test("a learner comes one generation after the trainer, on the hand-over's day", () => {
  const { people, handOvers } = traceLineage(
    exampleCascade({
      ...annMayTeach,
      mayTeach: { ann: "2025-02-01", bo: "2025-03-01" },
      handOvers: [
        exampleHandOver({ id: "h2", date: "2025-04-01", trainers: ["bo"], learners: ["cia"] }),
        exampleHandOver({
          id: "h1",
          date: "2025-03-01",
          trainers: ["ann"],
          learners: [{ person: "bo", confirmed: "2025-03-20" }],
        }),
      ],
    }),
  );

  expect([...people]).toEqual([
    ["ann", { acquiredOn: "2025-01-10", generation: 0, from: null, learnedFrom: [] }],
    ["bo", { acquiredOn: "2025-03-01", generation: 1, from: "h1", learnedFrom: ["ann"] }],
    ["cia", { acquiredOn: "2025-04-01", generation: 2, from: "h2", learnedFrom: ["bo"] }],
  ]);
  expect([...handOvers]).toEqual([
    ["h1", { counted: true, generation: 1, validTrainers: ["ann"], learners: ["bo"] }],
    ["h2", { counted: true, generation: 2, validTrainers: ["bo"], learners: ["cia"] }],
  ]);
});

test.each<{ what: string; parts: Partial<CascadeInput>; outcome: unknown }>([
  {
    what: "on the day of the figures",
    parts: { asOf: "2025-03-10" },
    outcome: { counted: true, generation: 1, validTrainers: ["ann"], learners: ["bo"] },
  },
  {
    what: "after the day of the figures, whatever else is wrong",
    parts: { asOf: "2025-03-09", acquisitions: [], mayTeach: {} },
    outcome: { counted: false, reason: "after-as-of" },
  },
  {
    what: "with a trainer who never learned, though cleared",
    parts: { acquisitions: [] },
    outcome: { counted: false, reason: "trainer-had-not-learned" },
  },
  {
    what: "with a trainer who learned on the same day",
    parts: { acquisitions: [{ person: "ann", date: "2025-03-10" }] },
    outcome: { counted: false, reason: "trainer-had-not-learned" },
  },
  {
    what: "with a trainer who learned the day before",
    parts: { acquisitions: [{ person: "ann", date: "2025-03-09" }] },
    outcome: { counted: true, generation: 1, validTrainers: ["ann"], learners: ["bo"] },
  },
  {
    what: "with a trainer who was cleared on the day",
    parts: { mayTeach: { ann: "2025-03-10" } },
    outcome: { counted: true, generation: 1, validTrainers: ["ann"], learners: ["bo"] },
  },
  {
    what: "with a trainer who was cleared the day after",
    parts: { mayTeach: { ann: "2025-03-11" } },
    outcome: { counted: false, reason: "trainer-not-cleared" },
  },
  {
    what: "with a trainer who was never cleared",
    parts: { mayTeach: { bo: "2025-01-01" } },
    outcome: { counted: false, reason: "trainer-not-cleared" },
  },
  {
    what: "without any trainer",
    parts: {
      handOvers: [exampleHandOver({ id: "h", date: "2025-03-10", trainers: [], learners: ["bo"] })],
    },
    outcome: { counted: false, reason: "trainer-had-not-learned" },
  },
  {
    what: "one trainer learned and the other is cleared, neither is valid",
    parts: {
      mayTeach: { cia: "2025-02-01" },
      handOvers: [
        exampleHandOver({
          id: "h",
          date: "2025-03-10",
          trainers: ["cia", "ann"],
          learners: ["bo"],
        }),
      ],
    },
    outcome: { counted: false, reason: "trainer-not-cleared" },
  },
  {
    what: "without any learner",
    parts: {
      handOvers: [
        exampleHandOver({ id: "h", date: "2025-03-10", trainers: ["ann"], learners: [] }),
      ],
    },
    outcome: { counted: false, reason: "not-confirmed" },
  },
])("a hand-over $what", ({ parts, outcome }) => {
  const handOver = exampleHandOver({
    id: "h",
    date: "2025-03-10",
    trainers: ["ann"],
    learners: ["bo"],
  });
  const input = exampleCascade({ ...annMayTeach, handOvers: [handOver], ...parts });

  expect(traceLineage(input).handOvers.get("h")).toEqual(outcome);
});

test("each learner's own confirmation decides, up to the day of the figures", () => {
  const { people, handOvers } = traceLineage(
    exampleCascade({
      ...annMayTeach,
      asOf: "2025-04-01",
      handOvers: [
        exampleHandOver({
          id: "some",
          date: "2025-03-10",
          trainers: ["ann"],
          learners: [
            { person: "on-the-day", confirmed: "2025-04-01" },
            { person: "too-late", confirmed: "2025-04-02" },
            { person: "never", confirmed: null },
          ],
        }),
        exampleHandOver({
          id: "none",
          date: "2025-03-11",
          trainers: ["ann"],
          learners: [{ person: "too-late", confirmed: "2025-04-02" }],
        }),
      ],
    }),
  );

  expect([...people.keys()]).toEqual(["ann", "on-the-day"]);
  expect(handOvers.get("some")).toMatchObject({ counted: true, learners: ["on-the-day"] });
  expect(handOvers.get("none")).toEqual({ counted: false, reason: "not-confirmed" });
});

test("a learner named twice has learned when one of the entries is confirmed", () => {
  const { handOvers } = traceLineage(
    exampleCascade({
      ...annMayTeach,
      handOvers: [
        exampleHandOver({
          id: "h",
          date: "2025-03-10",
          trainers: ["ann", "ann"],
          learners: ["bo", { person: "bo", confirmed: null }, "bo"],
        }),
      ],
    }),
  );

  expect(handOvers.get("h")).toMatchObject({ validTrainers: ["ann"], learners: ["bo"] });
});

test("nobody named as trainer is a learner of the same hand-over, valid or not", () => {
  const { people, handOvers } = traceLineage(
    exampleCascade({
      ...annMayTeach,
      handOvers: [
        exampleHandOver({
          id: "both",
          date: "2025-03-10",
          trainers: ["ann", "bo"],
          learners: ["ann", "bo", "cia"],
        }),
        exampleHandOver({
          id: "trainers-only",
          date: "2025-03-10",
          trainers: ["ann", "dag"],
          learners: ["dag"],
        }),
      ],
    }),
  );

  expect([...people.keys()]).toEqual(["ann", "cia"]);
  expect(handOvers.get("both")).toMatchObject({ validTrainers: ["ann"], learners: ["cia"] });
  expect(handOvers.get("trainers-only")).toEqual({ counted: false, reason: "not-confirmed" });
});

test("hand-overs of one day don't see each other, in whatever order they stand", () => {
  const morning = exampleHandOver({
    id: "a",
    date: "2025-03-10",
    trainers: ["ann"],
    learners: ["bo"],
  });
  const afternoon = exampleHandOver({
    id: "b",
    date: "2025-03-10",
    trainers: ["bo"],
    learners: ["cia"],
  });
  const mayTeach = { ann: "2025-02-01", bo: "2025-02-01" };

  for (const handOvers of [
    [morning, afternoon],
    [afternoon, morning],
  ]) {
    const lineage = traceLineage(exampleCascade({ ...annMayTeach, mayTeach, handOvers }));
    expect(lineage.handOvers.get("b")).toEqual({
      counted: false,
      reason: "trainer-had-not-learned",
    });
    expect([...lineage.people.keys()]).toEqual(["ann", "bo"]);
  }
});

test("the lowest generation among the valid trainers counts, the others' doesn't", () => {
  const { people, handOvers } = traceLineage(
    exampleCascade({
      acquisitions: [
        { person: "ann", date: "2025-01-10" },
        { person: "uncleared", date: "2025-01-10" },
      ],
      mayTeach: { ann: "2025-02-01", bo: "2025-02-01", cia: "2025-02-01" },
      handOvers: [
        exampleHandOver({ id: "h1", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
        exampleHandOver({ id: "h2", date: "2025-03-02", trainers: ["bo"], learners: ["cia"] }),
        exampleHandOver({
          id: "h3",
          date: "2025-03-03",
          trainers: ["uncleared", "cia", "bo"],
          learners: ["dag"],
        }),
      ],
    }),
  );

  expect(handOvers.get("h3")).toMatchObject({ generation: 2, validTrainers: ["bo", "cia"] });
  expect(people.get("dag")).toMatchObject({ generation: 2, learnedFrom: ["bo", "cia"] });
});

test("joining and leaving days decide nothing", () => {
  const { people, handOvers } = traceLineage(
    exampleCascade({
      ...annMayTeach,
      people: [
        { id: "ann", joined: "2024-01-01", left: "2025-01-31" },
        { id: "bo", joined: "2025-12-01", left: null },
      ],
      handOvers: [
        exampleHandOver({ id: "h", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
      ],
    }),
  );

  expect(handOvers.get("h")).toMatchObject({ counted: true });
  expect(people.get("bo")).toMatchObject({ generation: 1 });
});

test("ids that every object answers to are ids like others", () => {
  const { handOvers } = traceLineage(
    exampleCascade({
      acquisitions: [{ person: "constructor", date: "2025-01-10" }],
      handOvers: [
        exampleHandOver({
          id: "toString",
          date: "2025-03-01",
          trainers: ["constructor"],
          learners: ["bo"],
        }),
      ],
    }),
  );

  expect(handOvers.get("toString")).toEqual({ counted: false, reason: "trainer-not-cleared" });
});
