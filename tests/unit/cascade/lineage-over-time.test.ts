import { expect, test } from "vitest";

import { lineageOn } from "~/features/cascade/rules/lineage";
import { lineageOverTime, type LineageFacts } from "~/features/cascade/rules/lineage-over-time";

/** A hand-over to which its trainers agreed on its day, and when its learners confirmed it. */
function handOver(
  id: string,
  {
    date,
    trainers,
    learners,
  }: { date: string; trainers: string[]; learners: Record<string, string | null> },
): LineageFacts["handOvers"][number] {
  return {
    id,
    date,
    trainers: trainers.map((person) => ({ person, agreed: date })),
    learners: Object.entries(learners).map(([person, confirmed]) => ({ person, confirmed })),
  };
}

/** ann and abe learned outside in January; everybody is cleared from the start. */
const cleared = Object.fromEntries(
  ["ann", "abe", "bo", "cia", "dag", "eva"].map((person) => [person, "2025-01-01"]),
);
const outside = [
  { person: "ann", date: "2025-01-10" },
  { person: "abe", date: "2025-01-10" },
];

test("who confirms late acquired on the hand-over's day, as of the confirmation's", () => {
  const { people, handOvers } = lineageOverTime({
    acquisitions: outside,
    mayTeach: cleared,
    handOvers: [
      handOver("h", { date: "2025-03-01", trainers: ["ann"], learners: { bo: "2025-06-01" } }),
    ],
  });

  expect(people.get("ann")).toEqual([
    {
      from: "2025-01-10",
      until: null,
      acquiredOn: "2025-01-10",
      generation: 0,
      handOver: null,
      learnedFrom: [],
    },
  ]);
  expect(people.get("bo")).toEqual([
    {
      from: "2025-06-01",
      until: null,
      acquiredOn: "2025-03-01",
      generation: 1,
      handOver: "h",
      learnedFrom: ["ann"],
    },
  ]);
  expect(handOvers.get("h")).toEqual({
    standing: [
      { from: "2025-03-01", until: "2025-06-01", counted: false, reason: "not-confirmed" },
      { from: "2025-06-01", until: null, counted: true, generation: 1, validTrainers: ["ann"] },
    ],
    learners: [{ person: "bo", from: "2025-06-01" }],
  });
});

test("a day belongs to the stretch that begins on it, and not to the one that ends with it", () => {
  const overTime = lineageOverTime({
    acquisitions: outside,
    mayTeach: cleared,
    handOvers: [
      handOver("h", { date: "2025-03-01", trainers: ["ann"], learners: { bo: "2025-06-01" } }),
    ],
  });
  const traceAsOf = (day: string) => lineageOn(day, overTime).handOvers.get("h");

  expect(traceAsOf("2025-02-28")).toEqual({ counted: false, reason: "after-as-of" });
  expect(traceAsOf("2025-03-01")).toEqual({ counted: false, reason: "not-confirmed" });
  expect(traceAsOf("2025-05-31")).toEqual({ counted: false, reason: "not-confirmed" });
  expect(traceAsOf("2025-06-01")).toMatchObject({ counted: true, learners: ["bo"] });
  expect(lineageOn("2025-05-31", overTime).people.has("bo")).toBe(false);
  expect(lineageOn("2025-06-01", overTime).people.has("bo")).toBe(true);
});

test("a late confirmation makes what the learner taught meanwhile count from then on", () => {
  const { people, handOvers } = lineageOverTime({
    acquisitions: outside,
    mayTeach: cleared,
    handOvers: [
      handOver("h1", { date: "2025-03-01", trainers: ["ann"], learners: { bo: "2025-06-01" } }),
      handOver("h2", { date: "2025-04-01", trainers: ["bo"], learners: { cia: "2025-04-02" } }),
    ],
  });

  expect(handOvers.get("h2")).toEqual({
    standing: [
      {
        from: "2025-04-01",
        until: "2025-06-01",
        counted: false,
        reason: "trainer-had-not-learned",
      },
      { from: "2025-06-01", until: null, counted: true, generation: 2, validTrainers: ["bo"] },
    ],
    learners: [{ person: "cia", from: "2025-06-01" }],
  });
  expect(people.get("cia")).toMatchObject([{ from: "2025-06-01", acquiredOn: "2025-04-01" }]);
});

test("an earlier acquisition may be of a higher generation, and with it all that follows", () => {
  const { people, handOvers } = lineageOverTime({
    acquisitions: outside,
    mayTeach: cleared,
    handOvers: [
      handOver("h1", { date: "2025-02-01", trainers: ["ann"], learners: { bo: "2025-02-01" } }),
      handOver("h2", { date: "2025-03-01", trainers: ["bo"], learners: { cia: "2025-06-01" } }),
      handOver("h3", { date: "2025-04-01", trainers: ["ann"], learners: { cia: "2025-04-01" } }),
      handOver("h4", { date: "2025-05-01", trainers: ["cia"], learners: { dag: "2025-05-01" } }),
    ],
  });

  expect(people.get("cia")).toMatchObject([
    { from: "2025-04-01", until: "2025-06-01", generation: 1, handOver: "h3" },
    { from: "2025-06-01", until: null, acquiredOn: "2025-03-01", generation: 2, handOver: "h2" },
  ]);
  expect(handOvers.get("h4")?.standing).toMatchObject([
    { from: "2025-05-01", until: "2025-06-01", generation: 2 },
    { from: "2025-06-01", until: null, generation: 3 },
  ]);
  expect(people.get("dag")).toMatchObject([
    { from: "2025-05-01", until: "2025-06-01", generation: 2, handOver: "h4" },
    { from: "2025-06-01", until: null, generation: 3, handOver: "h4" },
  ]);
});

test("what was learned outside gives way to an earlier hand-over once that is confirmed", () => {
  const { people } = lineageOverTime({
    acquisitions: [...outside, { person: "bo", date: "2025-04-01" }],
    mayTeach: cleared,
    handOvers: [
      handOver("h", { date: "2025-03-01", trainers: ["ann"], learners: { bo: "2025-06-01" } }),
    ],
  });

  expect(people.get("bo")).toMatchObject([
    { from: "2025-04-01", until: "2025-06-01", generation: 0, handOver: null },
    { from: "2025-06-01", until: null, generation: 1, handOver: "h" },
  ]);
});

test("each learner's part counts from their own confirmation, never before the hand-over", () => {
  const { people, handOvers } = lineageOverTime({
    acquisitions: outside,
    mayTeach: cleared,
    handOvers: [
      handOver("h", {
        date: "2025-03-01",
        trainers: ["ann"],
        learners: { eva: "2025-02-01", dag: "2025-03-05", cia: null, abe: "2025-03-07" },
      }),
    ],
  });

  expect(handOvers.get("h")).toEqual({
    standing: [
      { from: "2025-03-01", until: null, counted: true, generation: 1, validTrainers: ["ann"] },
    ],
    learners: [
      { person: "abe", from: "2025-03-07" },
      { person: "dag", from: "2025-03-05" },
      { person: "eva", from: "2025-03-01" },
    ],
  });
  expect([...people.keys()]).toEqual(["abe", "ann", "dag", "eva"]);
});

test("a trainer is one from their own yes on, and who is named as one is never a learner", () => {
  const { people, handOvers } = lineageOverTime({
    acquisitions: outside,
    mayTeach: cleared,
    handOvers: [
      {
        id: "h",
        date: "2025-03-01",
        trainers: [
          { person: "bo", agreed: null },
          { person: "abe", agreed: "2025-04-01" },
          { person: "ann", agreed: "2025-03-15" },
        ],
        learners: [
          { person: "bo", confirmed: "2025-03-01" },
          { person: "cia", confirmed: "2025-03-10" },
        ],
      },
    ],
  });

  expect(handOvers.get("h")).toEqual({
    standing: [
      {
        from: "2025-03-01",
        until: "2025-03-15",
        counted: false,
        reason: "trainer-had-not-learned",
      },
      {
        from: "2025-03-15",
        until: "2025-04-01",
        counted: true,
        generation: 1,
        validTrainers: ["ann"],
      },
      {
        from: "2025-04-01",
        until: null,
        counted: true,
        generation: 1,
        validTrainers: ["abe", "ann"],
      },
    ],
    learners: [{ person: "cia", from: "2025-03-15" }],
  });
  expect(people.has("bo")).toBe(false);
  expect(people.get("cia")).toMatchObject([
    { from: "2025-03-15", until: "2025-04-01", learnedFrom: ["ann"] },
    { from: "2025-04-01", until: null, learnedFrom: ["abe", "ann"] },
  ]);
});

test("who learned on a day has not learned for that day's hand-overs, however late it is asked", () => {
  const { handOvers } = lineageOverTime({
    acquisitions: outside,
    mayTeach: cleared,
    handOvers: [
      handOver("a", { date: "2025-03-01", trainers: ["ann"], learners: { bo: "2025-03-01" } }),
      handOver("b", { date: "2025-03-01", trainers: ["bo"], learners: { cia: "2025-03-01" } }),
    ],
  });

  expect(handOvers.get("b")).toEqual({
    standing: [
      { from: "2025-03-01", until: null, counted: false, reason: "trainer-had-not-learned" },
    ],
    learners: [],
  });
});
