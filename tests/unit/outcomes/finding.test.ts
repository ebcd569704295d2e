import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, usualBand } from "~/features/outcomes/rules/band";
import { findingOn } from "~/features/outcomes/rules/finding";
import { planOn, isDueOn } from "~/features/outcomes/rules/plan";
import { compare, fractionOf } from "~/terms/fraction";
import { indicator, latest, target } from "./facts";

const end = "2013-12-31";
const asOf = "2014-06-30";

describe("a result against the plan of its day", () => {
  test.each([
    { actual: 84.99, band: "behind", percent: 84.99 },
    { actual: 85, band: "on-track", percent: 85 },
    { actual: 115, band: "on-track", percent: 115 },
    { actual: 115.01, band: "ahead", percent: 115.01 },
    { actual: 0, band: "behind", percent: 0 },
    { actual: 0.01, band: "behind", percent: 0.01 },
    { actual: 99.99, band: "on-track", percent: 99.99 },
  ])("of $actual against 100 is $band at $percent %", ({ actual, band, percent }) => {
    const finding = findingOn(indicator({ results: latest([end, actual]) }), asOf);
    expect(finding).toMatchObject({ on: end, measuredOn: end, plan: 100, actual, band, percent });
  });

  test("where lower is better is the same formula", () => {
    const waiting = (days: number) =>
      findingOn(
        indicator({
          ...{ baseline: 40, higherIsBetter: false, targets: [target(end, 20)] },
          results: latest([end, days]),
        }),
        asOf,
      );
    expect(waiting(30)).toMatchObject({ ratio: 0.5, band: "behind" });
    expect(waiting(15)).toMatchObject({ ratio: 1.25, band: "ahead" });
    expect(waiting(45)).toMatchObject({ percent: -25, band: "behind" });
  });

  test("is of the day of the last measurement, however long ago", () => {
    const results = latest(["2013-07-02", 50], ["2014-02-01", 60]);
    const measured = indicator({ results });
    const then = findingOn(measured, "2013-07-02");
    expect(then).toMatchObject({ on: "2013-07-02", plan: 50, band: "on-track" });
    expect(findingOn(measured, "2014-01-31")).toEqual(then);
    expect(findingOn(measured, "2014-02-01")).toMatchObject({ on: "2014-02-01", plan: 100 });
  });

  test("is of the plan that had been decided by its day, whoever reads it later", () => {
    const targets = [target(end, 100, "1900-01-01", "2013-10-01"), target(end, 50, "2013-10-01")];
    const measured = indicator({ targets, results: latest(["2013-07-02", 30]) });
    const before = findingOn(measured, "2013-09-30");
    expect(before).toMatchObject({ plan: 50, band: "behind" });
    expect(findingOn(measured, asOf)).toEqual(before);
  });

  test("is told with the decimals of what was typed by its day, and of nothing later", () => {
    const measured = indicator({ results: latest(["2013-07-02", 50], ["2014-02-01", 60.125]) });
    const then = findingOn(measured, "2013-07-03");
    expect(then).toEqual(findingOn(indicator({ results: latest(["2013-07-02", 50]) }), asOf));
    const average = { cumulation: "average" as const };
    const values = latest(["2013-07-01", 10], ["2013-07-02", 10], ["2013-07-03", 11]);
    const typed = "measured" in values ? values.measured : [];
    const later = { measuredOn: "2013-08-01", value: 10.125 };
    const results = { ...average, measured: [...typed, later] };
    expect(findingOn(indicator({ results }), "2013-07-31")).toMatchObject({ actual: 10.3 });
  });

  test("follows another band where one is given", () => {
    const narrow = { low: { over: 95n, under: 100n }, high: { over: 105n, under: 100n } };
    const measured = indicator({ results: latest([end, 94.99]) });
    expect(findingOn(measured, asOf, narrow)).toMatchObject({ band: "behind", percent: 94.99 });
  });
});

describe("a level to be held", () => {
  const held = (value: number, higherIsBetter = true, day = "2013-07-01") =>
    findingOn(
      indicator({
        ...{ baseline: 90, higherIsBetter, targets: [target("2013-06-30", 90)] },
        results: latest([day, value]),
      }),
      asOf,
    );
  test.each([
    { value: 40, higherIsBetter: true, band: "behind" },
    { value: 89.99, higherIsBetter: true, band: "behind" },
    { value: 90, higherIsBetter: true, band: "on-track" },
    { value: 95, higherIsBetter: true, band: "on-track" },
    { value: 95, higherIsBetter: false, band: "behind" },
    { value: 90, higherIsBetter: false, band: "on-track" },
    { value: 40, higherIsBetter: false, band: "on-track" },
  ])("measured at $value ($higherIsBetter) is $band", ({ value, higherIsBetter, band }) => {
    expect(held(value, higherIsBetter)).toMatchObject({ band, ratio: null, percent: null });
  });

  test("is due on its day, also of what was measured before", () => {
    const early = held(40, true, "2013-03-01");
    expect(early).toMatchObject({ on: "2013-06-30", measuredOn: "2013-03-01", band: "behind" });
    const before = indicator({
      ...{ baseline: 90, targets: [target("2013-06-30", 90)] },
      results: latest(["2013-03-01", 40]),
    });
    expect(findingOn(before, "2013-06-29")).toMatchObject({ on: "2013-03-01", band: "not-due" });
  });
});

describe("nothing to tell yet", () => {
  test("while the plan asks for nothing", () => {
    const started = indicator({ results: latest(["2013-01-01", 5]) });
    expect(findingOn(started, "2013-01-01")).toMatchObject({ band: "not-due", ratio: null });
    expect(findingOn(indicator({ targets: [] }), asOf)).toMatchObject({ band: "not-due" });
  });

  test("while nothing is measured: then the plan is today's", () => {
    expect(findingOn(indicator(), "2013-07-02")).toMatchObject({
      ...{ on: "2013-07-02", measuredOn: null, plan: 50, actual: null, band: "not-measured" },
    });
  });

  test("where there is nothing to compute it from", () => {
    const noGroup = indicator({ results: { computed: null } });
    expect(findingOn(noGroup, end)).toMatchObject({ actual: null, band: "not-measured" });
  });

  test("but never once a target has passed", () => {
    const started = indicator({ results: latest(["2013-01-01", 0]) });
    expect(findingOn(started, "2013-12-30")).toMatchObject({ band: "not-due" });
    expect(findingOn(started, asOf)).toMatchObject({ on: end, plan: 100, band: "behind" });
  });
});

describe("figures are told as exactly as what was typed", () => {
  test.each([
    {
      what: "an average of whole values",
      facts: { baseline: 30, targets: [target(end, 75)] },
      results: [41, 52, 58],
      told: { actual: 50.3, plan: 75 },
    },
    {
      what: "an average of two decimals, half up",
      facts: {},
      results: [2.67, 2.68],
      told: { actual: 2.68, plan: 100 },
    },
    {
      what: "an average that is nearly the band's edge",
      facts: {},
      results: [84.99, 85, 85],
      told: { actual: 84.997, plan: 100, band: "behind" },
    },
    {
      what: "an average that is nearly a hundred",
      facts: {},
      results: [99.9, 100, 100],
      told: { actual: 99.97, plan: 100, band: "on-track" },
    },
  ])("$what", ({ facts, results, told }) => {
    const measured = results.map((value) => ({ measuredOn: end, value }));
    const finding = findingOn(
      indicator({ ...facts, results: { cumulation: "average", measured } }),
      asOf,
    );
    expect(finding).toMatchObject(told);
  });

  test("a plan between two targets has a decimal", () => {
    const measured = indicator({ results: latest(["2013-05-01", 20]) });
    expect(findingOn(measured, asOf)).toMatchObject({ plan: 33, actual: 20 });
    expect(findingOn(indicator({ results: latest(["2013-05-02", 20]) }), asOf).plan).toBe(33.2);
  });

  test("reach is never rounded to all", () => {
    const nearly = indicator({ results: { computed: { over: 299_900n, under: 3000n } } });
    expect(findingOn(nearly, end)).toMatchObject({ actual: 99.97, percent: 99.97 });
  });
});

const days = fc
  .integer({ min: 0, max: 500 })
  .map((n) => new Date(Date.UTC(2013, 0, 1 + n)).toISOString().slice(0, 10));
const figures = fc.integer({ min: -20_000, max: 20_000 }).map((n) => n / 100);

const facts = fc
  .record({
    baseline: figures,
    higherIsBetter: fc.boolean(),
    dated: fc.uniqueArray(fc.tuple(days, figures), { maxLength: 3, selector: ([day]) => day }),
    replaced: fc.option(fc.tuple(days, fc.array(fc.tuple(days, figures), { maxLength: 2 }))),
    cumulation: fc.constantFrom("sum" as const, "latest" as const, "average" as const),
    measured: fc.array(fc.tuple(days, figures), { maxLength: 5 }),
  })
  .map(({ baseline, higherIsBetter, dated, replaced, cumulation, measured }) =>
    indicator({
      ...{ baseline, higherIsBetter },
      targets: [
        ...dated.map(([day, value]) => target(day, value, "1900-01-01", replaced?.[0] ?? null)),
        ...(replaced?.[1] ?? []).map(([day, value]) => target(day, value, replaced?.[0])),
      ],
      results: {
        cumulation,
        measured: measured.map(([measuredOn, value]) => ({ measuredOn, value })),
      },
    }),
  );

describe("of any indicator on any day", () => {
  test("the finding follows from its own day alone", () => {
    fc.assert(
      fc.property(facts, days, days, (of, one, other) => {
        const [first, second] = [findingOn(of, one), findingOn(of, other)];
        if (first.on === second.on && first.measuredOn === second.measuredOn) {
          expect(first).toEqual(second);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a target that has passed is never said to be not due", () => {
    fc.assert(
      fc.property(facts, days, (of, day) => {
        const { on, band } = findingOn(of, day);
        expect(on <= day).toBe(true);
        if (isDueOn(of, on)) expect(band).not.toBe("not-due");
        const passed = of.targets.some(
          ({ dueOn, decidedOn, replacedOn }) =>
            dueOn > of.baselineOn &&
            dueOn <= day &&
            decidedOn <= day &&
            (replacedOn === null || replacedOn > day),
        );
        if (passed) expect(band).not.toBe("not-due");
      }),
      { numRuns: 500 },
    );
  });

  test("what is told gives the same band, and stands on the same side of every edge", () => {
    fc.assert(
      fc.property(facts, days, (of, day) => {
        const { on, plan, actual, percent, ratio, band } = findingOn(of, day);
        if (percent === null || ratio === null || actual === null) return;
        for (const edge of [0, 85, 100, 115]) {
          expect(Math.sign(percent - edge)).toBe(
            Math.sign(Number((ratio * 100).toFixed(9)) - edge),
          );
        }
        const isEdge = [0.85, 1.15].includes(Number(ratio.toFixed(9)));
        if (isEdge || percent !== Number(percent.toFixed(5))) return;
        const again = judge(
          {
            baseline: fractionOf(of.baseline),
            plan: { over: BigInt(Math.round(plan * 1e6)), under: 1_000_000n },
            actual: { over: BigInt(Math.round(actual * 1e6)), under: 1_000_000n },
            isDue: isDueOn(of, on),
            higherIsBetter: of.higherIsBetter,
          },
          usualBand,
        );
        expect(again.band).toBe(band);
      }),
      { numRuns: 500 },
    );
  });

  test("a result that is the plan is on track, in any direction", () => {
    fc.assert(
      fc.property(figures, figures, days, (from, to, day) => {
        fc.pre(from !== to && day > "2013-01-01");
        const planned = indicator({ baseline: from, targets: [target("2013-12-31", to)] });
        const computed = planOn(planned, day);
        const finding = findingOn({ ...planned, results: { computed } }, day);
        expect(finding).toMatchObject({ on: day, ratio: 1, percent: 100, band: "on-track" });
        const low = compare(computed, fractionOf(Math.min(from, to)));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(compare(computed, fractionOf(Math.max(from, to)))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
