import { expect, test } from "vitest";
import {
  covers,
  daysIn,
  daysPassed,
  firstOverlap,
  haveNoDayInCommon,
  lastDayOf,
} from "~/terms/period";

const may = { startsOn: "2013-05-01", endsBefore: "2013-06-01" };
const june = { startsOn: "2013-06-01", endsBefore: "2013-07-01" };
const lastOfMay = { startsOn: "2013-05-31", endsBefore: "2013-06-01" };

test("a period has its days from the first to the one before its end", () => {
  const days = ["2013-04-30", "2013-05-01", "2013-05-31", "2013-06-01"];
  expect(days.map((day) => covers(may, day))).toEqual([false, true, true, false]);
  const open = { ...may, endsBefore: null };
  expect(days.map((day) => covers(open, day))).toEqual([false, true, true, true]);
  expect([lastDayOf(may), daysIn(may)]).toEqual(["2013-05-31", 31]);
  expect(days.map((day) => daysPassed(may, day))).toEqual([0, 1, 31, 31]);
});

test("periods overlap where they have a day in common, not where one ends as the other begins", () => {
  expect(firstOverlap([may, june])).toBeNull();
  expect(firstOverlap([june, may, lastOfMay])).toBe(lastOfMay);
  expect(firstOverlap([lastOfMay, june, may])).toBe(may);
  expect(haveNoDayInCommon([may], [june])).toBe(true);
  expect(haveNoDayInCommon([june, may], [lastOfMay])).toBe(false);
});
