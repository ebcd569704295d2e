import { describe, expect, test } from "vitest";
import { firstDueBy, isDueOn, planOn } from "~/features/outcomes/rules/plan";
import { decidedBy } from "~/features/outcomes/rules/targets";
import { numberOf } from "~/terms/fraction";
import { target } from "./facts";

const contacts = {
  baseline: 10,
  baselineOn: "2013-01-01",
  targets: [target("2013-01-21", 70), target("2013-01-11", 20)],
};

describe("the plan on a day", () => {
  test.each([
    { day: "2012-06-01", plan: 10 },
    { day: "2013-01-01", plan: 10 },
    { day: "2013-01-06", plan: 15 },
    { day: "2013-01-11", plan: 20 },
    { day: "2013-01-12", plan: 25 },
    { day: "2013-01-21", plan: 70 },
    { day: "2015-01-01", plan: 70 },
  ])("is $plan on $day", ({ day, plan }) => {
    expect(numberOf(planOn(contacts, day))).toBe(plan);
  });

  test("is the baseline where there is no target", () => {
    expect(numberOf(planOn({ ...contacts, targets: [] }, "2020-01-01"))).toBe(10);
  });

  test("has no target until its day has begun: what is due with the baseline is none", () => {
    const targets = [
      target("2012-12-01", 500),
      target("2013-01-01", 500),
      target("2013-01-11", 20),
    ];
    const plan = { ...contacts, targets };
    expect(
      ["2012-12-01", "2013-01-01", "2013-01-06"].map((day) => numberOf(planOn(plan, day))),
    ).toEqual([10, 10, 15]);
    expect(isDueOn(plan, "2013-01-01")).toBe(false);
    expect(firstDueBy(plan, "2013-01-10")).toBeNull();
    expect(firstDueBy(plan, "2013-01-11")).toBe("2013-01-11");
  });

  test("is what had been decided by that day", () => {
    const targets = [
      target("2013-01-11", 20, "1900-01-01", "2013-01-10"),
      target("2013-01-11", 110, "2013-01-10"),
    ];
    const plan = (day: string) => numberOf(planOn({ ...contacts, targets }, day));
    expect([plan("2013-01-09"), plan("2013-01-10"), plan("2013-01-11")]).toEqual([18, 100, 110]);
  });
});

describe("targets by their decision", () => {
  const replaced = target("2013-12-31", 1, "2013-02-01", "2013-03-01");
  const inForce = target("2013-12-31", 2, "2013-03-01");
  const other = target("2013-06-30", 3, "2013-03-01");
  test.each([
    { day: "2013-01-31", found: [] },
    { day: "2013-02-01", found: [replaced] },
    { day: "2013-02-28", found: [replaced] },
    { day: "2013-03-01", found: [other, inForce] },
  ])("on $day", ({ day, found }) => {
    expect(decidedBy([inForce, replaced, other], day)).toEqual(found);
  });
});

describe("a plan asks for something", () => {
  test("once it has left the baseline", () => {
    expect(isDueOn(contacts, "2013-01-01")).toBe(false);
    expect(isDueOn(contacts, "2013-01-02")).toBe(true);
  });

  test("on the day of a level to be held", () => {
    const held = { ...contacts, targets: [target("2013-06-30", 10), target("2013-12-31", 10)] };
    expect(isDueOn(held, "2013-06-29")).toBe(false);
    expect(isDueOn(held, "2013-06-30")).toBe(true);
    expect(firstDueBy(held, "2013-06-29")).toBeNull();
    expect(firstDueBy(held, "2014-06-30")).toBe("2013-06-30");
  });

  test("first by the target whose day comes first, once it is decided", () => {
    const targets = [
      target("2013-06-30", 10, "2013-09-01"),
      target("2013-07-31", 10),
      target("2013-05-31", 10, "2013-08-01"),
    ];
    expect(firstDueBy({ ...contacts, targets }, "2013-12-31")).toBe("2013-07-31");
  });

  test("not before it was decided", () => {
    const late = { ...contacts, targets: [target("2013-06-30", 10, "2013-09-01")] };
    expect(isDueOn(late, "2013-08-31")).toBe(false);
    expect(firstDueBy(late, "2013-12-31")).toBe("2013-09-01");
  });
});
