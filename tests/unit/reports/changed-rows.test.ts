import { expect, test } from "vitest";
import { changedRows, rowsBehind } from "~/features/reports/rules/changed-rows";
import type { ReportRow } from "~/features/reports/rules/report-row";

function cost(id: string, given: { amountOre?: number; under?: string | null } = {}): ReportRow {
  const { amountOre = 100, under = "line-1" } = given;
  return {
    ...{ kind: "cost", id, under, day: "2013-04-04", person: null, source: null },
    facts: { amountOre, voucher: null, import: null },
  };
}

test("a row has come, gone, or says something else", () => {
  const then = [cost("kept"), cost("gone"), cost("changed")];
  const now = [cost("changed", { amountOre: 200 }), cost("came"), cost("kept")];
  expect(changedRows(then, now)).toEqual([
    { kind: "cost", then: cost("gone"), now: null },
    { kind: "cost", then: cost("changed"), now: cost("changed", { amountOre: 200 }) },
    { kind: "cost", then: null, now: cost("came") },
  ]);
  expect(changedRows(then, then.toReversed())).toEqual([]);
});

test("a version without rows of parts says nothing of those that there are now", () => {
  const handOver = (origin?: string): ReportRow => ({
    ...{ kind: "hand-over", id: "h", under: "m", day: "2013-04-04", person: null, source: null },
    facts: {
      ...{ minutes: 60, form: "walk_through", givesLevel: 2, generation: 1, reason: null },
      ...{ trainers: 1, learners: 1, countsFrom: "2013-04-04", delivered: 1, possible: 1 },
      ...{ isOwn: true, ...(origin !== undefined && { origin }) },
    },
  });
  const part: ReportRow = {
    ...{ kind: "part", id: "h:p", under: "m", day: "2013-04-04", person: "p" },
    source: { type: "hand_over", id: "h" },
    facts: { isLearner: true, heldOn: "2013-04-04", origin: "h" },
  };
  expect(changedRows([handOver()], [handOver("h"), part])).toEqual([]);
  expect(changedRows([handOver()], [handOver("h"), cost("came")])).toMatchObject([
    { kind: "cost" },
  ]);
  expect(changedRows([handOver("h")], [handOver("h"), part])).toMatchObject([{ kind: "part" }]);
});

test("rows of different kinds may have one id", () => {
  const line: ReportRow = {
    ...{ kind: "phase", id: "kept", under: null, day: null, person: null, source: null },
    facts: { name: "Etapp", lastDay: "2013-12-31", isExtension: false },
  };
  expect(changedRows([cost("kept")], [cost("kept"), line])).toMatchObject([{ kind: "phase" }]);
});

test("a figure depends on what is counted under its row, and a total on all of it", () => {
  const moved = changedRows(
    [cost("a")],
    [cost("a", { under: "line-2" }), cost("b", { under: null })],
  );
  const [fromLine, unplaced] = moved;
  const behind = (rowKey: string, section = "money") =>
    rowsBehind(moved, [])({ section, rowKey, isWords: false });
  expect(behind("line-1")).toEqual([fromLine]);
  expect(behind("line-2")).toEqual([fromLine]);
  expect(behind("unplaced")).toEqual([unplaced]);
  expect(behind("")).toEqual(moved);
  expect(behind("", "partners")).toEqual([]);
  // A section of another version of the program may depend on anything.
  expect(behind("", "unknown")).toEqual(moved);
});

test("no sum depends on what something is called, and reach on nobody's hours", () => {
  const line = (name: string): ReportRow => ({
    ...{ kind: "line", id: "line-1", under: "line-1", day: null, person: null, source: null },
    facts: { place: 1, costCategory: "Resor", name, financing: "cash", grant: null },
  });
  const reached = (isReached: boolean): ReportRow => ({
    ...{ kind: "group", id: "g", under: "m", day: null, person: "p", source: null },
    facts: { isReached, leftOn: null },
  });
  const moved = changedRows(
    [line("Tåg"), cost("a"), reached(true)],
    [line("Tåg och buss"), cost("a", { amountOre: 200 }), reached(false)],
  );
  const kindsBehind = (figure: { section: string; figure?: string; isWords?: boolean }) =>
    rowsBehind(moved, [])({ rowKey: "", isWords: false, ...figure }).map(({ kind }) => kind);
  expect(kindsBehind({ section: "money" })).toEqual(["cost"]);
  expect(kindsBehind({ section: "money", isWords: true })).toEqual(["line", "cost"]);
  expect(kindsBehind({ section: "headline", figure: "trained" })).toEqual(["group"]);
  expect(kindsBehind({ section: "headline", figure: "own-hours" })).toEqual(["cost"]);
  expect(kindsBehind({ section: "headline" })).toEqual(["cost", "group"]);
  expect(kindsBehind({ section: "summary", figure: "reach" })).toEqual(["group"]);
  expect(kindsBehind({ section: "summary", figure: "spent" })).toEqual(["cost"]);
  // What has changed of the courses is nothing: then it may be any row of the section.
  expect(kindsBehind({ section: "training", figure: "courses" })).toEqual(["cost", "group"]);
});
