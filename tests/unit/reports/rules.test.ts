import { expect, test } from "vitest";
import { missingIn } from "~/features/reports/rules/missing";
import { counted, partyHoursOf, reportCascadeOf } from "~/features/reports/rules/report-counts";
import { coverageOf, periodSoFar } from "~/features/reports/rules/covered-period";
import { reportState } from "~/features/reports/rules/report-state";
import { lastDayOf } from "~/terms/period";
import { exampleReport } from "./example-report";

const spring = { startsOn: "2013-03-01", endsBefore: "2013-06-01" };

test("a half-open period is shown with its last day", () => {
  expect(lastDayOf(spring)).toBe("2013-05-31");
});

test.each([
  ["2013-02-10", "2013-02-10", "2013-02-11", "2013-02-10", false],
  ["2013-02-28", "2013-02-28", "2013-03-01", "2013-02-28", false],
  ["2013-03-01", "2013-03-01", "2013-03-02", "2013-02-28", false],
  ["2013-05-31", "2013-05-31", "2013-06-01", "2013-02-28", false],
  ["2013-06-01", "2013-05-31", "2013-06-01", "2013-02-28", true],
])("on %s a report of the spring is until %s", (today, asOf, endsBefore, before, hasEnded) => {
  expect(coverageOf(spring, today)).toEqual({
    asOf,
    counted: { startsOn: "2013-03-01", endsBefore },
    before,
    hasEnded,
  });
});

test.each([
  ["2013-02-01", "2013-06-01"],
  ["2013-03-01", "2013-03-02"],
  ["2013-05-31", "2013-06-01"],
  ["2014-01-01", "2013-06-01"],
])("a project without reports is covered on %s until %s", (today, endsBefore) => {
  expect(periodSoFar(spring, today)).toEqual({ startsOn: "2013-03-01", endsBefore });
});

test.each([
  ["2013-06-29", { state: "due", days: 1 }],
  ["2013-06-30", { state: "due", days: 0 }],
  ["2013-07-02", { state: "late", days: 2 }],
])("on %s a draft that is due on 30 June is %o", (today, state) => {
  expect(reportState({ dueOn: "2013-06-30", isShared: false }, today)).toEqual(state);
  expect(reportState({ dueOn: "2013-06-30", isShared: true }, today)).toEqual({ state: "shared" });
});

test("what a report lacks is listed in the order of its page", () => {
  const { money, ...report } = exampleReport();
  expect(missingIn({ ...report, money }).map(({ kind }) => kind)).toEqual([
    "unplaced",
    "hours",
    "indicator",
    "text",
  ]);
  const lines = money.lines.map((line) => ({ ...line, comment: "" }));
  expect(missingIn({ ...report, money: { ...money, lines } })[0]).toEqual({
    kind: "comment",
    lineId: "22222222-2222-4222-8222-222222222222",
    line: "Resor: =Tåg",
    overOre: 23_456,
  });
});

test("a report that lacks nothing has an empty list", () => {
  const { money, ownHours, indicators, ...report } = exampleReport();
  expect(
    missingIn({
      ...report,
      money: { ...money, unplaced: { ...money.unplaced, count: 0 } },
      ownHours: { ...ownHours, awaiting: { minutes: 0, amountOre: 0 } },
      indicators: indicators.map((indicator) => ({ ...indicator, isComputed: true })),
      texts: { activities: "a", results: "b", lessons: "c" },
    }),
  ).toEqual([]);
});

test("a count in the period is what it has grown by", () => {
  expect(counted(7, 3)).toEqual({ thisPeriod: 4, accumulated: 7 });
});

test("a party that had no hours before the period has all of them in it", () => {
  const party = { partnerId: "p", name: "P", role: "partner" as const, minutes: 90, amountOre: 7 };
  expect(partyHoursOf([party], [])).toMatchObject([
    { previousMinutes: 0, thisPeriodMinutes: 90, previousOre: 0, thisPeriodOre: 7 },
  ]);
  expect(partyHoursOf([party], [{ ...party, minutes: 60, amountOre: 5 }])).toMatchObject([
    { previousMinutes: 60, thisPeriodMinutes: 30, accumulatedMinutes: 90, thisPeriodOre: 2 },
  ]);
});

test("a method that joined the project in the period had reached nobody before", () => {
  const [method] = exampleReport().cascade.methods;
  if (!method) throw new Error("The example has a method");
  const then = { ...method, handOvers: 4, minutes: 60, trainedPeople: 2 };
  const now = { methods: [then], reachPercent: 75, handOvers: 4, minutes: 60 };
  const before = { methods: [], reachPercent: null, handOvers: 0, minutes: 0 };
  expect(reportCascadeOf(now, before)).toMatchObject({
    reachPercentBefore: null,
    methods: [
      {
        reachBefore: { numerator: 0, denominator: 4, beside: 0 },
        handOvers: { thisPeriod: 4, accumulated: 4 },
      },
    ],
  });
});
