import { expect, test } from "vitest";

import { cascadeFigures } from "~/features/cascade/rules/cascade-figures";
import { annMayTeach, exampleCascade, exampleHandOver } from "./example-cascade";
import { twoLearners } from "./two-learners";

test("the figures of a small cascade, key by key in the printed order", () => {
  const { input, figures } = twoLearners();

  expect(JSON.stringify(cascadeFigures(input))).toBe(JSON.stringify(figures));
});

test("a cascade of nobody has neither generations nor a denominator", () => {
  expect(cascadeFigures(exampleCascade())).toEqual({
    people: {},
    reach: { numerator: 0, denominator: 0, beside: 0 },
    activation: { numerator: 0, denominator: 0 },
    reproduction: { learners: 0, trainers: 0 },
    generations: [],
    deadEnds: [],
    carriers: [],
    notCounted: [],
  });
});

test("reach: leavers stay in the denominator, people beside are active and outside the group", () => {
  const acquired = [
    "in-active",
    "in-left-on-the-day",
    "in-left-the-day-after",
    "in-not-joined",
    "in-unlisted",
    "out-active",
    "out-joined-on-the-day",
    "out-left-on-the-day",
    "out-not-joined",
    "out-unlisted",
  ];
  const { reach } = cascadeFigures(
    exampleCascade({
      asOf: "2025-06-30",
      people: [
        { id: "in-active", joined: "2024-01-01", left: null },
        { id: "in-left-on-the-day", joined: "2024-01-01", left: "2025-06-30" },
        { id: "in-left-the-day-after", joined: "2024-01-01", left: "2025-07-01" },
        { id: "in-not-joined", joined: "2025-07-01", left: null },
        { id: "in-without-method", joined: "2024-01-01", left: null },
        { id: "out-active", joined: "2024-01-01", left: "2025-07-01" },
        { id: "out-joined-on-the-day", joined: "2025-06-30", left: null },
        { id: "out-left-on-the-day", joined: "2024-01-01", left: "2025-06-30" },
        { id: "out-not-joined", joined: "2025-07-01", left: null },
        { id: "out-without-method", joined: "2024-01-01", left: null },
      ],
      shouldHold: [...acquired.filter((person) => person.startsWith("in-")), "in-without-method"],
      acquisitions: acquired.map((person) => ({ person, date: "2025-01-10" })),
    }),
  );

  // Of the group: active, leaving tomorrow, not joined yet, unlisted. Beside: the two active.
  expect(reach).toEqual({ numerator: 4, denominator: 6, beside: 2 });
});

test("activation counts generation 0 only, and only valid trainers of counted hand-overs", () => {
  const { activation, reproduction, deadEnds } = cascadeFigures(
    exampleCascade({
      acquisitions: ["ann", "idle", "uncleared", "unconfirmed", "outsider"].map((person) => ({
        person,
        date: "2025-01-10",
      })),
      mayTeach: {
        ann: "2025-02-01",
        bo: "2025-02-01",
        idle: "2025-02-01",
        outsider: "2025-02-01",
        unconfirmed: "2025-02-01",
      },
      handOvers: [
        exampleHandOver({
          id: "h1",
          date: "2025-03-01",
          trainers: ["ann", "uncleared", "outsider"],
          learners: ["bo"],
        }),
        exampleHandOver({ id: "h2", date: "2025-04-01", trainers: ["bo"], learners: ["cia"] }),
        exampleHandOver({
          id: "h3",
          date: "2025-04-01",
          trainers: ["unconfirmed"],
          learners: [{ person: "dag", confirmed: null }],
        }),
      ],
    }),
  );

  expect(activation).toEqual({ numerator: 2, denominator: 5 });
  expect(reproduction).toEqual({ learners: 2, trainers: 3 });
  expect(deadEnds).toEqual(["cia"]);
});

test("who taught only people that knew already still taught", () => {
  const { activation, reproduction } = cascadeFigures(
    exampleCascade({
      acquisitions: [...annMayTeach.acquisitions, { person: "bo", date: "2025-01-10" }],
      mayTeach: annMayTeach.mayTeach,
      handOvers: [
        exampleHandOver({ id: "h", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
      ],
    }),
  );

  expect(activation).toEqual({ numerator: 1, denominator: 2 });
  expect(reproduction).toEqual({ learners: 0, trainers: 1 });
});

test("fidelity: a hand-over belongs to the generation it gives, without gaps, even if nobody is new", () => {
  const { generations } = cascadeFigures(
    exampleCascade({
      acquisitions: [...annMayTeach.acquisitions, { person: "cia", date: "2025-03-15" }],
      mayTeach: { ann: "2025-02-01", bo: "2025-02-01" },
      handOvers: [
        exampleHandOver({
          id: "h1",
          date: "2025-03-01",
          trainers: ["ann"],
          learners: ["bo"],
          elementsDelivered: 10,
        }),
        exampleHandOver({
          id: "h2",
          date: "2025-03-02",
          trainers: ["ann"],
          learners: ["bo"],
          elementsDelivered: 7,
        }),
        exampleHandOver({
          id: "h3",
          date: "2025-04-01",
          trainers: ["bo"],
          learners: ["cia"],
          elementsDelivered: 4,
        }),
        exampleHandOver({
          id: "not-counted",
          date: "2025-04-01",
          trainers: ["dag"],
          learners: ["eva"],
        }),
      ],
    }),
  );

  expect(generations).toEqual([
    { generation: 0, people: 2, handOvers: 0, delivered: 0, possible: 0 },
    { generation: 1, people: 1, handOvers: 2, delivered: 17, possible: 20 },
    { generation: 2, people: 0, handOvers: 1, delivered: 4, possible: 10 },
  ]);
});

test("fidelity: a hand-over is measured against the elements that the method had on its day", () => {
  const heldOn = (date: string, coreElements?: number) =>
    exampleHandOver({
      ...{ id: date, date, trainers: ["ann"], learners: ["bo"], elementsDelivered: 6 },
      ...(coreElements !== undefined && { coreElements }),
    });
  const { generations } = cascadeFigures(
    exampleCascade({
      ...annMayTeach,
      handOvers: [heldOn("2025-03-01", 8), heldOn("2025-03-02"), heldOn("2025-03-03", 12)],
    }),
  );

  expect(generations[1]).toMatchObject({ handOvers: 3, delivered: 18, possible: 8 + 10 + 12 });
});

test("a generation that nobody kept stands empty between others", () => {
  const { people, generations } = cascadeFigures(
    exampleCascade({
      ...annMayTeach,
      mayTeach: { ann: "2025-02-01", bo: "2025-02-01", cia: "2025-02-01" },
      handOvers: [
        exampleHandOver({ id: "h1", date: "2025-03-01", trainers: ["ann"], learners: ["bo"] }),
        exampleHandOver({ id: "h2", date: "2025-03-02", trainers: ["bo"], learners: ["cia"] }),
        exampleHandOver({ id: "h3", date: "2025-03-03", trainers: ["cia"], learners: ["ann"] }),
      ],
    }),
  );

  expect(people).toEqual({
    ann: { generation: 0, from: null },
    bo: { generation: 1, from: "h1" },
    cia: { generation: 2, from: "h2" },
  });
  expect(generations.map((row) => [row.generation, row.people, row.handOvers])).toEqual([
    [0, 1, 0],
    [1, 1, 1],
    [2, 1, 1],
    [3, 0, 1],
  ]);
});

test("carriers are active, have acquired and are cleared by the day of the figures", () => {
  const ids = ["left", "cleared-today", "cleared-tomorrow", "never-cleared", "not-joined"];
  const { carriers } = cascadeFigures(
    exampleCascade({
      asOf: "2025-06-30",
      people: [
        ...ids.map((id) => ({
          id,
          joined: id === "not-joined" ? "2025-07-01" : "2024-01-01",
          left: id === "left" ? "2025-06-30" : null,
        })),
        { id: "not-acquired", joined: "2024-01-01", left: null },
        { id: "already-cleared", joined: "2024-01-01", left: null },
      ],
      acquisitions: [...ids, "already-cleared", "unlisted"].map((person) => ({
        person,
        date: "2025-06-30",
      })),
      mayTeach: {
        "already-cleared": "2025-01-01",
        "cleared-today": "2025-06-30",
        "cleared-tomorrow": "2025-07-01",
        left: "2025-01-01",
        "not-acquired": "2025-01-01",
        "not-joined": "2025-01-01",
        unlisted: "2025-01-01",
      },
    }),
  );

  expect(carriers).toEqual(["already-cleared", "cleared-today"]);
});

test("dead ends count leavers too, and lists are sorted by character code", () => {
  const learners = ["p9", "p10", "Z", "a", "gone"];
  const { deadEnds, notCounted } = cascadeFigures(
    exampleCascade({
      ...annMayTeach,
      people: [{ id: "gone", joined: "2024-01-01", left: "2025-03-31" }],
      handOvers: [
        exampleHandOver({ id: "h", date: "2025-03-01", trainers: ["ann"], learners }),
        exampleHandOver({ id: "h9", date: "2025-03-01", trainers: ["x"], learners: ["y"] }),
        exampleHandOver({ id: "h10", date: "2026-01-01", trainers: ["ann"], learners: ["y"] }),
      ],
    }),
  );

  expect(deadEnds).toEqual(["Z", "a", "gone", "p10", "p9"]);
  expect(notCounted).toEqual([
    { handOver: "h10", reason: "after-as-of" },
    { handOver: "h9", reason: "trainer-had-not-learned" },
  ]);
});
