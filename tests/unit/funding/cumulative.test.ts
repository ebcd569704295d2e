import fc from "fast-check";
import { expect, test } from "vitest";
import { cumulativePoints, forecastOre, timePassed } from "~/features/funding/rules/cumulative";
import { budgetedOre } from "~/features/funding/rules/plan";
import { dayBefore, monthOf } from "~/terms/day";
import { amountOre, day, period, plannedAmount } from "./arbitrary-plan";

const spring = { startsOn: "2013-01-01", endsBefore: "2013-05-01" };

test("one point a month: plan, counted until today, modelled from today", () => {
  const points = cumulativePoints({
    project: spring,
    amounts: [{ ...spring, amountOre: 120_000 }],
    booked: [
      { month: "2013-01-01", amountOre: 20_000 },
      { month: "2013-02-01", amountOre: 4_000 },
    ],
    ...{ asOf: "2013-02-17", bookedThrough: null },
  });
  expect(points).toEqual([
    {
      month: "2013-01-01",
      through: "2013-01-31",
      planOre: 31_000,
      actualOre: 20_000,
      earlierOre: 0,
      forecastOre: null,
    },
    {
      month: "2013-02-01",
      through: "2013-02-17",
      planOre: 59_000,
      actualOre: 24_000,
      earlierOre: 0,
      forecastOre: 24_000,
    },
    // 24 000 öre in 48 days are 500 a day: 90 days until the end of March, 120 in all.
    {
      month: "2013-03-01",
      through: "2013-03-31",
      planOre: 90_000,
      actualOre: null,
      earlierOre: null,
      forecastOre: 45_000,
    },
    {
      month: "2013-04-01",
      through: "2013-04-30",
      planOre: 120_000,
      actualOre: null,
      earlierOre: null,
      forecastOre: 60_000,
    },
  ]);
});

test("of months of which no ledger has been read nothing is counted, and the pace is that of before", () => {
  const points = (booked: [month: string, amountOre: number][], asOf: string) =>
    cumulativePoints({
      project: spring,
      amounts: [],
      booked: booked.map(([month, amountOre]) => ({ month, amountOre })),
      ...{ asOf, bookedThrough: "2013-01-30" },
    }).map(({ through, actualOre, forecastOre }) => [through, actualOre, forecastOre]);
  // 30 000 öre in 30 of 120 days are 120 000 in all of them.
  const january: [string, number] = ["2013-01-01", 30_000];
  expect(points([january], "2013-03-20")).toEqual([
    ["2013-01-30", 30_000, 30_000],
    ["2013-02-28", null, 59_000],
    ["2013-03-31", null, 90_000],
    ["2013-04-30", null, 120_000],
  ]);
  // What Kaskad knows of itself, a course of March.
  expect(points([january, ["2013-03-01", 3_000]], "2013-03-20")).toEqual([
    ["2013-01-31", 30_000, null],
    ["2013-02-28", 30_000, null],
    ["2013-03-20", 33_000, 33_000],
    ["2013-04-30", null, 132_000],
  ]);
  // Once the project has ended nothing is modelled.
  expect(points([january], "2013-04-30").at(-1)).toEqual(["2013-04-30", null, null]);
});

function actuals(booked: [month: string, amountOre: number][], asOf: string) {
  return cumulativePoints({
    project: spring,
    amounts: [],
    booked: booked.map(([month, amountOre]) => ({ month: `${month}-01`, amountOre })),
    ...{ asOf, bookedThrough: null },
  }).map(({ month, through, actualOre, earlierOre }) => [
    month.slice(0, 7),
    through,
    actualOre,
    earlierOre,
  ]);
}

test("a month that ends today is modelled from today", () => {
  const points = cumulativePoints({
    project: spring,
    amounts: [],
    booked: [{ month: "2013-01-01", amountOre: 31_000 }],
    ...{ asOf: "2013-01-31", bookedThrough: null },
  });
  expect(points.map(({ forecastOre }) => forecastOre)).toEqual([31_000, 59_000, 90_000, 120_000]);
});

test("what is booked before the first month is part of that month's figure", () => {
  const booked: [string, number][] = [
    ["1998-03", 100],
    ["2012-12", 20],
    ["2013-01", 3],
  ];
  expect(actuals(booked, "2013-02-10")).toEqual([
    ["2013-01", "2013-01-31", 123, 120],
    ["2013-02", "2013-02-10", 123, 120],
    ["2013-03", "2013-03-31", null, null],
    ["2013-04", "2013-04-30", null, null],
  ]);
});

test("before the project has begun its first month tells what is booked until today", () => {
  expect(actuals([["2012-10", 100]], "2012-11-15")).toEqual([
    ["2013-01", "2012-11-15", 100, 100],
    ["2013-02", "2013-02-28", null, null],
    ["2013-03", "2013-03-31", null, null],
    ["2013-04", "2013-04-30", null, null],
  ]);
  expect(actuals([], "2012-11-15").at(0)).toEqual(["2013-01", "2013-01-31", null, null]);
});

test("what is booked after the last month has months of its own, up to the last of them", () => {
  expect(actuals([["2013-06", 50]], "2013-07-10")).toEqual([
    ["2013-01", "2013-01-31", 0, 0],
    ["2013-02", "2013-02-28", 0, 0],
    ["2013-03", "2013-03-31", 0, 0],
    ["2013-04", "2013-04-30", 0, 0],
    ["2013-05", "2013-05-31", 0, 0],
    ["2013-06", "2013-06-30", 50, 0],
  ]);
});

test("what was spent before the project is no part of its pace", () => {
  const points = cumulativePoints({
    project: spring,
    amounts: [],
    booked: [
      { month: "2010-08-01", amountOre: 1_000 },
      { month: "2013-01-01", amountOre: 30_000 },
    ],
    ...{ asOf: "2013-01-30", bookedThrough: "2013-01-30" },
  });
  // 30 000 öre in 30 of 120 days are 120 000 in all of them.
  expect(points.at(-1)?.forecastOre).toBe(121_000);
});

test("what is booked more than a year after is counted in that year's last month", () => {
  const months = actuals(
    [
      ["2013-06", 50],
      ["2025-06", 7],
    ],
    "2026-11-22",
  );
  expect(months).toHaveLength(16);
  expect(months.at(-2)).toEqual(["2014-03", "2014-03-31", 50, 0]);
  expect(months.at(-1)).toEqual(["2014-04", "2026-11-22", 57, 0]);
});

test.each([
  { when: "before the project", asOf: "2012-12-31", spentOre: 100 },
  { when: "when it has ended", asOf: "2013-04-30", spentOre: 100 },
  { when: "while nothing is spent", asOf: "2013-02-01", spentOre: 0 },
])("there is no forecast $when", ({ asOf, spentOre }) => {
  expect(forecastOre({ project: spring, spentOre, asOf, day: "2013-04-30" })).toBeNull();
});

test.each([
  { asOf: "2012-12-31", share: 0 },
  { asOf: "2013-01-30", share: 0.25 },
  { asOf: "2013-04-30", share: 1 },
  { asOf: "2014-01-01", share: 1 },
])("on $asOf $share of the time has passed", ({ asOf, share }) => {
  expect(timePassed(spring, asOf)).toBe(share);
});

test("the last actual is all that was booked, plan ends at the budget, forecast starts at actual", () => {
  const course = fc.record({
    project: period,
    amounts: fc.array(plannedAmount, { maxLength: 4 }),
    bookings: fc.array(fc.record({ day, amountOre }), { maxLength: 20 }),
    asOf: day,
    known: fc.option(day),
  });
  fc.assert(
    fc.property(course, ({ project, amounts, bookings, asOf, known }) => {
      const bookedThrough = known !== null && known < asOf ? known : null;
      const untilToday = bookings.filter((booking) => booking.day <= asOf);
      const booked = untilToday.map((row) => ({
        month: monthOf(row.day),
        amountOre: row.amountOre,
      }));
      const points = cumulativePoints({ project, amounts, booked, asOf, bookedThrough });
      const actuals = points.flatMap(({ actualOre }) => (actualOre === null ? [] : [actualOre]));
      const total = untilToday.reduce((sum, row) => sum + row.amountOre, 0);
      expect(actuals.at(-1) ?? 0).toBe(total);
      const modelled = points.find(({ forecastOre }) => forecastOre !== null);
      if (modelled) expect([modelled.forecastOre, modelled.actualOre]).toEqual([total, total]);
      const planEnd = points.at(-1)?.planOre ?? 0;
      const covered = amounts.filter(({ endsBefore }) => endsBefore <= project.endsBefore);
      expect(planEnd).toBeGreaterThanOrEqual(budgetedOre(covered));
      expect(points.at(-1)?.month).toBeDefined();
      expect(points.length).toBeGreaterThan(0);
      expect(monthOf(dayBefore(project.endsBefore)) <= (points.at(-1)?.month ?? "")).toBe(true);
      expect(points.at(0)?.month).toBe(monthOf(project.startsOn));
    }),
  );
});
