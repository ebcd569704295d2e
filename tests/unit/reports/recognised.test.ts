import { expect, test } from "vitest";
import { recognised } from "~/features/reports/rules/recognised";
import type { ReportRow } from "~/features/reports/rules/report-row";

const nobody: ReadonlySet<string> = new Set();

function course(id: string, person: string): ReportRow {
  const facts = { minutes: 60, costOre: 0 };
  return { kind: "training", id, under: "m", day: "2026-03-01", person, source: null, facts };
}

function part(handOver: string, person: string, isLearner = true): ReportRow {
  return {
    ...{ kind: "part", id: `${handOver}:${person}`, under: "m", day: "2026-03-01", person },
    source: { type: "hand-over", id: handOver },
    facts: { isLearner, heldOn: "2026-03-01", origin: handOver },
  };
}

test("somebody is known by a row that is the same one", () => {
  const found = recognised({
    then: [course("c1", "P.A"), course("c2", "P.B")],
    now: [course("c2", "b"), course("c3", "c")],
    named: nobody,
  });
  expect([...found]).toEqual([["b", "P.B"]]);
});

test("of those who took part, each is who has most in common with them", () => {
  const found = recognised({
    then: [part("h1", "P.A"), part("h1", "P.B"), part("h2", "P.B")],
    now: [part("h1", "b"), part("h1", "a"), part("h2", "b")],
    named: nobody,
  });
  expect(new Map([...found])).toEqual(
    new Map([
      ["b", "P.B"],
      ["a", "P.A"],
    ]),
  );
});

test("of those who learned together, each is whose row says the same", () => {
  const acquired = (person: string, leftOn: string): ReportRow => ({
    ...{ kind: "acquired", id: `m:${person}`, under: "m", day: "2026-03-01", person },
    source: { type: "hand_over", id: "h1" },
    facts: {
      ...{ generation: 1, inGroup: true, hasTaught: false, isActive: false, mayTeach: false },
      ...{ leftOn, isBeside: false },
    },
  });
  const days = ["2026-05-01", "2026-06-01", "2026-07-01"];
  const found = recognised({
    then: days.map((day) => acquired(`P.${day}`, day)),
    now: days.toReversed().map((day) => acquired(day, day)),
    named: nobody,
  });
  expect(found).toEqual(new Map(days.map((day) => [day, `P.${day}`])));
});

test("nobody is two people, and no two are one", () => {
  const one = { then: [course("c1", "P.A")], now: [course("c1", "a"), course("c1", "b")] };
  expect(recognised({ ...one, named: nobody }).size).toBe(1);
  const two = { then: [course("c1", "P.A"), course("c1", "P.B")], now: [course("c1", "a")] };
  expect(recognised({ ...two, named: nobody }).size).toBe(1);
});

test("who has a name, taught instead of learned, or left nothing is taken for nobody", () => {
  const then = [part("h1", "P.A"), part("h1", "P.B", false), part("h9", "P.C")];
  const now = [part("h1", "P.A"), part("h1", "c"), part("h2", "d")];
  expect(recognised({ then, now, named: new Set(["P.A"]) }).size).toBe(0);
});
