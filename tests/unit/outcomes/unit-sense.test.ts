import { expect, test } from "vitest";
import { doubtOf } from "~/features/outcomes/rules/unit-sense";

test.each([
  ["procent", 112, "over-hundred"],
  ["%", 100.01, "over-hundred"],
  ["per cent", 112, "over-hundred"],
  ["percent", -1, "below-zero"],
  ["Andel (%)", 120, "over-hundred"],
  ["procent", 100, null],
  ["procent", 66.7, null],
  ["procentenheter", -3, null],
  ["percentage points", 112, null],
  ["timmar", -3, "below-zero"],
  ["hours", -3, "below-zero"],
  ["h", -0.5, "below-zero"],
  ["timmar", 7.5, null],
  ["days", 1.5, null],
  ["årsarbetare", 0.75, null],
  ["personer", 3.5, "not-whole"],
  ["people", 3.5, "not-whole"],
  ["kontakter", 188.5, "not-whole"],
  ["contacts", -2, "below-zero"],
  ["st", 1.5, "not-whole"],
  ["hand-overs", 2.5, "not-whole"],
  ["kunskapsöverföringar", 2.5, "not-whole"],
  ["personer", 0, null],
  ["kontakter per vecka", 12.5, null],
  ["contacts/week", 12.5, null],
  ["contacts per week", -1, "below-zero"],
  ["kronor", -120.5, null],
  ["SEK", -1.25, null],
  ["poäng", 3.7, null],
  ["grader", -4.5, null],
  ["förändring i antal", -3, null],
  ["mean score", -3.2, null],
] as const)("%s: %d is %s", (unit, value, doubt) => {
  expect(doubtOf(unit, value)).toBe(doubt);
});
