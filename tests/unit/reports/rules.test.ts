import { expect, test } from "vitest";
import { missingIn } from "~/features/reports/rules/missing";
import { partyHoursOf, reportCascadeOf } from "~/features/reports/rules/report-counts";
import { coverageOf, periodSoFar } from "~/features/reports/rules/covered-period";
import { reportState } from "~/features/reports/rules/report-state";
import { lastDayOf } from "~/terms/period";
import { exampleReport } from "./example-report";
import { counted } from "../../support/counted";

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

test.each([
  [{ startsOn: "2013-01-01", endsBefore: "2014-01-01" }, false],
  [{ startsOn: "2012-12-31", endsBefore: "2013-06-01" }, true],
  [{ startsOn: "2013-03-01", endsBefore: "2014-01-02" }, true],
])("a period of %o has days outside its project: %s", (period, isOutside) => {
  const { report, ...rest } = exampleReport();
  const missing = missingIn({ ...rest, report: { ...report, ...period } });
  const outside = { kind: "outside", first: "2013-01-01", last: "2013-12-31" };
  expect(missing.filter(({ kind }) => kind === "outside")).toEqual(isOutside ? [outside] : []);
});

test("a line is to be commented once more is booked than it may spend, an indicator once measured", () => {
  const { money, indicators, ...report } = exampleReport();
  const kinds = (remainingOre: number, actual: number | null) =>
    missingIn({
      ...{ ...report, ownHours: { ...report.ownHours, awaiting: { minutes: 0, amountOre: 0 } } },
      texts: { activities: "a", results: "b", lessons: "c" },
      money: {
        ...{ ...money, unplaced: { ...money.unplaced, count: 0 } },
        lines: money.lines.slice(0, 1).map((line) => ({ ...line, remainingOre, comment: "" })),
      },
      indicators: indicators
        .slice(0, 1)
        .map((indicator) => ({ ...indicator, actual, isComputed: false })),
    }).map(({ kind }) => kind);
  expect(kinds(0, 1)).toEqual([]);
  expect(kinds(-1, 1)).toEqual(["comment"]);
  expect(kinds(0, null)).toEqual(["indicator"]);
});

test("hours that the lineage doesn't count are to be looked at", () => {
  const { ownHours, ...report } = exampleReport();
  const notCounted = { handOvers: 2, minutes: 90 };
  const missing = missingIn({ ...report, ownHours: { ...ownHours, notCounted } });
  expect(missing).toContainEqual({ kind: "uncounted", count: 2, minutes: 90 });
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

test("the owner's hours are its own and our people's, another party's are its own", () => {
  const sums = (previous: number) => ({ previous, changed: 1, thisPeriod: 10, late: 2 });
  const hoursOf = (party: string | null) => ({
    minutes: sums(party === null ? 100 : 1000),
    ore: sums(party === null ? 5 : 6),
  });
  const owner = { partnerId: "o", name: "O", role: "owner" as const };
  const partner = { partnerId: "p", name: "P", role: "partner" as const };
  expect(partyHoursOf([owner, partner], { hoursOf })).toMatchObject([
    { previousMinutes: 1100, changedMinutes: 2, thisPeriodMinutes: 20, accumulatedMinutes: 1122 },
    { previousMinutes: 1000, lateMinutes: 2, previousOre: 6, changedOre: 1, accumulatedOre: 17 },
  ]);
  // Another was the owner when it was told, and is no party any more.
  const gone = { ...owner, partnerId: "g", name: "G" };
  const [now, other, last] = partyHoursOf([owner, partner], { hoursOf }, [gone, partner]);
  expect(now).toMatchObject({
    previousMinutes: 1000,
    changedMinutes: 102,
    accumulatedMinutes: 1122,
  });
  expect(other).toMatchObject({ previousMinutes: 1000, accumulatedMinutes: 1011 });
  expect(last).toMatchObject({ name: "G", previousMinutes: 1100, changedMinutes: -99 });
  // Who is a party is told, with or without hours; who was one, only with hours that were told.
  const idle = { ...partner, partnerId: "i" };
  const none = { previous: 0, changed: 0, thisPeriod: 0, late: 0 };
  const hours = (party: string | null, minutes = none) => ({
    ...{ hoursOf: (of: string | null) => ({ minutes: of === party ? minutes : none, ore: none }) },
  });
  const told = (minutes: typeof none) =>
    partyHoursOf([owner, idle], hours("p", minutes), [owner, idle, partner]).map(
      (row) => row.partnerId,
    );
  expect(told(none)).toEqual(["o", "i"]);
  expect(told({ ...none, previous: 60 })).toEqual(["o", "i", "p"]);
  expect(told({ ...none, previous: 60, changed: -60 })).toEqual(["o", "i", "p"]);
  expect(told({ ...none, thisPeriod: 60 })).toEqual(["o", "i", "p"]);
  const unnamed = { partnerId: null, name: "Vi", role: "owner" as const };
  expect(partyHoursOf([unnamed], { hoursOf })).toMatchObject([{ accumulatedMinutes: 111 }]);
});

test("a method that joined the project in the period had no group to reach before", () => {
  const [method] = exampleReport().cascade.methods;
  if (!method) throw new Error("The example has a method");
  const then = { ...method, competenceId: "c", handOvers: 1 };
  const now = { methods: [then], reachPercent: 75 };
  const clock = {
    handOvers: () => counted(4, 0),
    handOverMinutes: () => counted(60, 0),
    trainedPeople: () => counted(2, 1),
    reachChange: () => ({ then: { numerator: 0, denominator: 0 }, came: 3, left: 0 }),
  };
  expect(reportCascadeOf(now, clock)).toMatchObject({
    reachPercentBefore: null,
    methods: [
      {
        ...{ reachBefore: { numerator: 0, denominator: 0 }, reachCame: 3, reachLeft: 0 },
        handOvers: { thisPeriod: 4, accumulated: 4 },
      },
    ],
  });
});
