import { expect, test } from "vitest";
import { outcomeDay } from "~/features/outcomes/rules/outcome-day";

test.each([
  { today: "2005-06-01", day: "2005-06-01" },
  { today: "2005-12-31", day: "2005-12-31" },
  { today: "2006-01-01", day: "2005-12-31" },
  { today: "2026-11-22", day: "2005-12-31" },
])("on $today a project of 2005 shows its outcomes of $day", ({ today, day }) => {
  expect(outcomeDay({ startsOn: "2005-01-01", endsBefore: "2006-01-01" }, today)).toBe(day);
});
