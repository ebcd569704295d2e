import { expect, test } from "vitest";
import { lineOfAccount } from "~/features/funding/rules/account-ranges";
import { budgetPeriods, mostPeriods } from "~/features/funding/rules/budget-periods";
import { missingMoney } from "~/features/funding/rules/set-up-missing";
import {
  readAccounts,
  repeatedAccounts,
  sharedAccounts,
} from "~/features/funding/rules/typed-accounts";
import { firstOverlap } from "~/terms/period";

test.each([
  { typed: "", accounts: "" },
  { typed: "5000 – 5999; 6100", accounts: "5000-5999,6100" },
  { typed: "7010-7010, 58101,", accounts: "7010,58101" },
  { typed: "6999-6000", part: "6999-6000" },
  { typed: "600-6999", part: "600-6999" },
  { typed: "5000, löner", part: "löner" },
  { typed: "12", part: "12" },
])("accounts typed as '$typed'", ({ typed, accounts, part }) => {
  const read = readAccounts(typed);
  expect(read).toEqual(part === undefined ? { ok: true, accounts } : { ok: false, part });
});

test.each([
  { one: "5000-5999", other: "5999-6100", shared: "5000-5999" },
  { one: "4000,5900", other: "5000-5999", shared: "5900" },
  { one: "5810", other: "58101", shared: "5810" },
  { one: "58200", other: "5810-5819", shared: null },
  { one: "5000-5999", other: "6000-6999", shared: null },
  { one: "", other: "5000", shared: null },
])("$one and $other share $shared", ({ one, other, shared }) => {
  expect(sharedAccounts(one, other)).toBe(shared);
  expect(sharedAccounts(other, one) === null).toBe(shared === null);
  // What shares nothing is never claimed by both when a cost is placed.
  for (const account of ["5000", "5810", "58101", "58200", "5999", "6000"]) {
    const claims = [one, other].filter((accounts) =>
      lineOfAccount([{ id: "l", accounts }], account),
    );
    if (shared === null) expect(claims.length).toBeLessThan(2);
  }
});

test("a list that names an account twice", () => {
  expect(repeatedAccounts("5000-5999,6100,5810")).toBe("5810");
  expect(repeatedAccounts("5000-5999,6100")).toBeNull();
});

const period = (startsOn: string, endsBefore: string) => ({ startsOn, endsBefore });

test.each([
  {
    name: "beside each other",
    periods: [
      ["2013-01-01", "2013-07-01"],
      ["2013-07-01", "2014-01-01"],
    ],
    at: null,
  },
  {
    name: "one shared day",
    periods: [
      ["2013-01-01", "2013-07-02"],
      ["2013-07-01", "2014-01-01"],
    ],
    at: 1,
  },
  {
    name: "out of order",
    periods: [
      ["2013-07-01", "2014-01-01"],
      ["2013-01-01", "2013-07-01"],
    ],
    at: null,
  },
  {
    name: "one inside another",
    periods: [
      ["2013-03-01", "2013-04-01"],
      ["2012-01-01", "2012-02-01"],
      ["2013-01-01", "2014-01-01"],
    ],
    at: 2,
  },
])("periods $name", ({ periods, at }) => {
  const made = periods.map(([startsOn = "", endsBefore = ""]) => period(startsOn, endsBefore));
  expect(firstOverlap(made)).toBe(at === null ? null : made[at]);
});

test.each([
  { step: "whole" as const, starts: ["2012-11-15"] },
  { step: "year" as const, starts: ["2012-11-15", "2013-01-01"] },
  { step: "half-year" as const, starts: ["2012-11-15", "2013-01-01", "2013-07-01"] },
  { step: "quarter" as const, starts: ["2012-11-15", "2013-01-01", "2013-04-01", "2013-07-01"] },
])("a project's time by $step", ({ step, starts }) => {
  const periods = budgetPeriods(period("2012-11-15", "2013-08-20"), step);
  expect(periods.map(({ startsOn }) => startsOn)).toEqual(starts);
  expect(periods.map(({ endsBefore }) => endsBefore)).toEqual([...starts.slice(1), "2013-08-20"]);
});

test.each([
  { step: "year" as const, from: "2012-12-01", until: "2014-01-01" },
  { step: "half-year" as const, from: "2013-06-30", until: "2014-01-01" },
  { step: "quarter" as const, from: "2013-03-31", until: "2013-07-01" },
])("a time by $step begins and ends with the calendar's", ({ step, from, until }) => {
  const periods = budgetPeriods(period(from, until), step);
  expect(periods).toHaveLength(2);
  expect(periods[0]?.endsBefore).toBe(periods[1]?.startsOn);
  expect([periods[0]?.startsOn, periods[1]?.endsBefore]).toEqual([from, until]);
});

test("a time of more periods than a line takes is left whole", () => {
  expect(budgetPeriods(period("2000-01-01", "2010-01-01"), "quarter")).toHaveLength(mostPeriods);
  expect(budgetPeriods(period("2000-01-01", "2010-01-02"), "quarter")).toHaveLength(1);
});

test("what is missing, from an empty project to a complete one", () => {
  const empty = { purpose: "", startsOn: "2013-01-01", grants: [], lines: [], rates: [] };
  expect(missingMoney(empty)).toEqual(["purpose", "grants", "lines"]);
  const line = { financing: "grant" as const, grantId: null, hasBudget: false };
  const hours = { financing: "in_kind" as const, grantId: null, hasBudget: true };
  const begun = {
    ...empty,
    purpose: "Nå fler",
    grants: [{ grantedOre: null }],
    lines: [line, hours],
  };
  expect(missingMoney(begun)).toEqual(["granted", "amounts", "line-grant", "hour-rate"]);
  const complete = {
    ...begun,
    grants: [{ grantedOre: 100 }],
    lines: [{ ...line, grantId: "g", hasBudget: true }, hours],
    rates: [{ validFrom: "2013-01-01" }],
  };
  expect(missingMoney(complete)).toEqual([]);
  const late = { validFrom: "2013-01-02" };
  expect(missingMoney({ ...complete, rates: [late] })).toEqual(["hour-rate-start"]);
  // One of several is enough: a rate from the start, a grant whose sum is known, a line without one.
  const rates = [late, { validFrom: "2013-01-01" }];
  const grants = [{ grantedOre: null }, { grantedOre: 100 }];
  expect(missingMoney({ ...complete, rates, grants })).toEqual([]);
  const paid = { ...line, hasBudget: true };
  const lines = [paid, { ...paid, grantId: "g" }];
  expect(missingMoney({ ...complete, lines })).toEqual(["line-grant"]);
  expect(missingMoney({ ...complete, lines, grants: [] })).toEqual(["grants"]);
  // Nobody's hours are to be worth anything.
  expect(missingMoney({ ...complete, lines: [{ ...paid, grantId: "g" }], rates: [late] })).toEqual(
    [],
  );
  const inCash = { ...paid, financing: "cash" as const };
  expect(missingMoney({ ...complete, lines: [inCash], rates: [] })).toEqual([]);
});
