import { expect, test } from "vitest";
import { lineOfCost } from "~/features/funding/rules/account-ranges";
import { defaultLineOf } from "~/features/funding/rules/default-line";

const year = (number: number) => [
  { startsOn: `${number}-01-01`, endsBefore: `${number + 1}-01-01` },
];
const lines = [
  { id: "2012", accounts: "5000-5999", planned: year(2012), closedOn: null },
  { id: "2013", accounts: "5000-5999", planned: year(2013), closedOn: "2013-11-30" },
  { id: "narrow", accounts: "5810", planned: [], closedOn: null },
];

test.each([
  ["5010", "2012-12-31", "2012"],
  ["5010", "2013-01-01", "2013"],
  // A narrower range counts for less than a budget that has the day.
  ["5810", "2013-11-30", "2013"],
  // Nor does a grant that was closed before.
  ["5810", "2013-12-01", "narrow"],
  ["5010", "2013-12-01", "2012"],
  // Where no budget has the day the accounts alone decide.
  ["5810", "2014-01-01", "narrow"],
  ["5010", "2014-01-01", "2012"],
  ["6010", "2013-01-01", null],
])("a cost on %s of %s goes to %s", (account, day, line) => {
  expect(lineOfCost(lines, { account, day })).toBe(line);
});

test("nobody is asked which line pays where only one has the day in its budget", () => {
  const line = (id: string, isPlanned: boolean) => ({ id, isPlanned });
  expect(defaultLineOf([line("a", false), line("b", true)])?.id).toBe("b");
  expect(defaultLineOf([line("a", true), line("b", true)])).toBeNull();
  expect(defaultLineOf([line("a", false)])).toBeNull();
});
