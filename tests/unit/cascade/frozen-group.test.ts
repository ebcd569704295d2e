import { expect, test } from "vitest";
import { dayRefusal, groupOn, offeredDay } from "~/features/cascade/rules/frozen-group";

const project = { startsOn: "2013-03-01", endsBefore: "2014-01-01" };

test("a group is there from the day that it is frozen for", () => {
  const group = { frozenOn: "2013-03-01", members: ["ann"] };
  expect(groupOn("2013-02-28", group)).toEqual([]);
  expect(groupOn("2013-03-01", group)).toEqual(["ann"]);
  expect(groupOn("2020-01-01", group)).toEqual(["ann"]);
});

test("the project's first day is offered, and today while that is ahead", () => {
  expect(offeredDay(project, "2013-06-01")).toBe("2013-03-01");
  expect(offeredDay(project, "2013-03-01")).toBe("2013-03-01");
  expect(offeredDay(project, "2013-02-01")).toBe("2013-02-01");
});

test.each([
  ["2013-06-01", null],
  ["2013-06-02", "ahead"],
  ["2012-01-01", null],
])("on 2013-06-01 a group is frozen for %s: %s", (day, refusal) => {
  expect(dayRefusal(day, project, "2013-06-01")).toBe(refusal);
});

test("not for a day after the project", () => {
  expect(dayRefusal("2013-12-31", project, "2015-01-01")).toBeNull();
  expect(dayRefusal("2014-01-01", project, "2015-01-01")).toBe("over");
});
