import { describe, expect, test } from "vitest";
import { turnedTargets } from "~/features/outcomes/rules/direction";
import { stepOfTargets } from "~/features/outcomes/rules/target-step";
import { target } from "./facts";

const typed = [{ dueOn: "2013-12-31", value: 50 }];
const always = [target("2013-12-31", 40)];
const march = [
  target("2013-12-31", 40, "1900-01-01", "2013-03-01"),
  target("2013-12-31", 45, "2013-03-01"),
];
const takenAway = [target("2013-12-31", 40, "1900-01-01", "2013-03-01")];
const start = { since: "start" as const };
const on = (decidedOn: string) => ({ since: "decided" as const, decidedOn });

describe("the step to other targets", () => {
  test.each([
    {
      what: "none before, from the start",
      stored: [],
      since: start,
      kind: "first",
      day: "1900-01-01",
    },
    { what: "none before", stored: [], since: on("2013-02-01"), kind: "first", day: "2013-02-01" },
    {
      what: "wrong from the start",
      stored: always,
      since: start,
      kind: "correction",
      day: "1900-01-01",
    },
    {
      what: "a decision",
      stored: always,
      since: on("2013-02-01"),
      kind: "replacement",
      day: "2013-02-01",
    },
    {
      what: "the same day again",
      stored: march,
      since: on("2013-03-01"),
      kind: "correction",
      day: "2013-03-01",
    },
    {
      what: "the last was wrong",
      stored: march,
      since: start,
      kind: "correction",
      day: "2013-03-01",
    },
    {
      what: "before the last",
      stored: march,
      since: on("2013-02-28"),
      kind: "too-early",
      day: "2013-03-01",
    },
    {
      what: "after the last",
      stored: march,
      since: on("2013-03-02"),
      kind: "replacement",
      day: "2013-03-02",
    },
    {
      what: "taken away, then again",
      stored: takenAway,
      since: on("2013-04-01"),
      kind: "replacement",
      day: "2013-04-01",
    },
    {
      what: "taken away by mistake",
      stored: takenAway,
      since: start,
      kind: "correction",
      day: "2013-03-01",
    },
    {
      what: "before they were taken away",
      stored: takenAway,
      since: on("2013-02-01"),
      kind: "too-early",
      day: "2013-03-01",
    },
  ])("$what: $kind", ({ stored, since, kind, day }) => {
    expect(stepOfTargets(stored, typed, since)).toEqual({ kind, decidedOn: day });
  });

  test("the last decision is the last, in whatever order they are stored", () => {
    const stored = [target("2014-06-30", 60, "2013-05-01"), ...march];
    const asked = [on("2013-04-01"), start];
    for (const all of [stored, stored.toReversed()]) {
      expect(asked.map((since) => stepOfTargets(all, typed, since))).toEqual([
        { kind: "too-early", decidedOn: "2013-05-01" },
        { kind: "correction", decidedOn: "2013-05-01" },
      ]);
    }
  });

  test("there is none where they are the same, in whatever order", () => {
    const two = [target("2013-12-31", 50), target("2013-06-30", 20)];
    const again = two.map(({ dueOn, value }) => ({ dueOn, value })).reverse();
    expect(stepOfTargets(two, again, on("2013-02-01"))).toEqual({ kind: "same" });
    expect(stepOfTargets(takenAway, [], start)).toEqual({ kind: "same" });
  });
});

test.each([
  { baseline: 10, higherIsBetter: false, values: [20], turned: [20] },
  { baseline: 10, higherIsBetter: true, values: [20, 10, 9.99], turned: [9.99] },
  { baseline: 10, higherIsBetter: false, values: [10, 5], turned: [] },
  { baseline: 90, higherIsBetter: true, values: [90], turned: [] },
])("from $baseline to $values turn $turned", ({ baseline, higherIsBetter, values, turned }) => {
  const targets = values.map((value) => ({ value }));
  const found = turnedTargets({ baseline, higherIsBetter }, targets);
  expect(found.map(({ value }) => value)).toEqual(turned);
});
