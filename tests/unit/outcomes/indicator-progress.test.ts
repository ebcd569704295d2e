import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actualOn, planOn, progressOn } from "~/features/outcomes/indicator-progress";

const contacts = {
  baseline: 10,
  baselineOn: "2013-01-01",
  targets: [
    { dueOn: "2013-01-21", value: 70 },
    { dueOn: "2013-01-11", value: 20 },
  ],
};

describe("the plan on a day", () => {
  test.each([
    { asOf: "2012-06-01", plan: 10 },
    { asOf: "2013-01-01", plan: 10 },
    { asOf: "2013-01-06", plan: 15 },
    { asOf: "2013-01-11", plan: 20 },
    { asOf: "2013-01-12", plan: 25 },
    { asOf: "2013-01-21", plan: 70 },
    { asOf: "2015-01-01", plan: 70 },
  ])("is $plan on $asOf", ({ asOf, plan }) => {
    expect(planOn(contacts, asOf)).toBe(plan);
  });

  test("is the baseline where there is no target", () => {
    expect(planOn({ ...contacts, targets: [] }, "2020-01-01")).toBe(10);
  });
});

describe("the actual value", () => {
  const measured = [
    { measuredOn: "2013-03-01", value: 4.1 },
    { measuredOn: "2013-02-01", value: 0.2 },
    { measuredOn: "2013-03-01", value: 4.7 },
    { measuredOn: "2013-04-01", value: 100 },
  ];
  test.each([
    { cumulation: "sum" as const, actual: 9 },
    { cumulation: "latest" as const, actual: 4.7 },
    { cumulation: "average" as const, actual: 3 },
  ])("as $cumulation is $actual, without what is measured later", ({ cumulation, actual }) => {
    expect(actualOn(cumulation, measured, "2013-03-31")).toBe(actual);
  });

  test("counts what is measured on the day itself", () => {
    expect(actualOn("sum", measured, "2013-04-01")).toBe(109);
  });

  test.each(["sum", "latest", "average"] as const)("as %s is none before the first", (way) => {
    expect(actualOn(way, measured, "2013-01-31")).toBeNull();
  });
});

describe("progress", () => {
  const fromNothing = {
    baseline: 0,
    baselineOn: "2013-01-01",
    targets: [{ dueOn: "2013-12-31", value: 100 }],
  };
  const asOf = "2013-12-31";
  test.each([
    { actual: 84.99, band: "behind", ratio: 0.8499 },
    { actual: 85, band: "on-track", ratio: 0.85 },
    { actual: 115, band: "on-track", ratio: 1.15 },
    { actual: 115.01, band: "ahead", ratio: 1.1501 },
    { actual: 0, band: "behind", ratio: 0 },
    { actual: null, band: "not-measured", ratio: null },
  ])("of $actual against 100 is $band", ({ actual, band, ratio }) => {
    expect(progressOn(fromNothing, { actual, asOf })).toEqual({ plan: 100, ratio, band });
  });

  test("where lower is better is the same formula", () => {
    const waitingDays = {
      baseline: 40,
      baselineOn: "2013-01-01",
      targets: [{ dueOn: asOf, value: 20 }],
    };
    expect(progressOn(waitingDays, { actual: 30, asOf })).toMatchObject({ ratio: 0.5 });
    expect(progressOn(waitingDays, { actual: 15, asOf })).toMatchObject({ band: "ahead" });
    expect(progressOn(waitingDays, { actual: 45, asOf })).toMatchObject({ band: "behind" });
  });

  test("is not due while the plan is the baseline, whatever is measured", () => {
    const notDue = { plan: 0, ratio: null, band: "not-due" };
    expect(progressOn(fromNothing, { actual: 5, asOf: "2013-01-01" })).toEqual(notDue);
    expect(progressOn({ ...fromNothing, targets: [] }, { actual: null, asOf })).toEqual(notDue);
  });

  test("follows another band where one is given", () => {
    const band = { low: 0.95, high: 1.05 };
    expect(progressOn(fromNothing, { actual: 90, asOf, band })).toMatchObject({ band: "behind" });
  });

  test("on plan is 1, from any baseline and in any direction", () => {
    const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(hundredths, hundredths, fc.integer({ min: 0, max: 364 }), (from, to, days) => {
        fc.pre(from !== to);
        const indicator = {
          baseline: from,
          baselineOn: "2013-01-01",
          targets: [{ dueOn: "2013-12-31", value: to }],
        };
        const day = new Date(Date.UTC(2013, 0, 1 + days)).toISOString().slice(0, 10);
        const plan = planOn(indicator, day);
        const { ratio, band } = progressOn(indicator, { actual: plan, asOf: day });
        expect(plan).toBeGreaterThanOrEqual(Math.min(from, to));
        expect(plan).toBeLessThanOrEqual(Math.max(from, to));
        if (band === "not-due") expect(days).toBe(0);
        else expect(ratio).toBe(1);
      }),
    );
  });
});
