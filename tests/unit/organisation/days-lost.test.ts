import { expect, test } from "vitest";
import { byKind, daysLost, type PersonDay } from "~/features/organisation/placements/days-lost";

function recorded(day: string, given: Partial<PersonDay> = {}): PersonDay {
  return { kind: "course", id: day, day, unitId: null, href: null, ...given };
}
type Told = [unitId: string, startsOn: string, endsBefore: string | null];
const stretch = ([unitId, startsOn, endsBefore]: Told) => ({
  ...{ id: startsOn, unitId, jobTitle: "", share: 100 },
  ...{ startsOn, endsBefore },
});

// Youth and family lie below the section, outreach doesn't.
const isWithin = (unit: string, over: string) =>
  unit === over || (over === "section" && unit !== "outreach");
const lost = (days: PersonDay[], before: Told[], after: Told[]) =>
  daysLost(
    days,
    {
      before: before.map((each) => stretch(each)),
      after: after.map((each) => stretch(each)),
    },
    isWithin,
  ).map(({ day }) => day);

const days = ["2019-12-31", "2020-01-01", "2020-05-31", "2020-06-01"].map((day) => recorded(day));

test("who leaves earlier leaves the days from then on, and those outside before stay unsaid", () => {
  const before: Told[] = [["youth", "2020-01-01", null]];
  expect(lost(days, before, [["youth", "2020-01-01", "2020-06-01"]])).toEqual(["2020-06-01"]);
  expect(lost(days, before, [["youth", "2020-01-02", null]])).toEqual(["2020-01-01"]);
  expect(lost(days, before, [["family", "2020-01-01", null]])).toEqual([]);
});

test("who moves out of a project's units on a day leaves what was done in it from then on", () => {
  const inSection = days.map((each) => ({ ...each, unitId: "section" }));
  const before: Told[] = [["youth", "2020-01-01", null]];
  const to = (unit: string) =>
    lost(inSection, before, [
      ["youth", "2020-01-01", "2020-05-31"],
      [unit, "2020-05-31", null],
    ]);
  expect(to("outreach")).toEqual(["2020-05-31", "2020-06-01"]);
  expect(to("family")).toEqual([]);
});

test("who was never in a project's units leaves it only with the employment", () => {
  const inSection = [recorded("2020-06-01", { unitId: "section" })];
  const before: Told[] = [["outreach", "2020-01-01", null]];
  expect(lost(inSection, before, [["elsewhere", "2020-01-01", null]])).toEqual([]);
  expect(lost(inSection, before, [["outreach", "2020-01-01", "2020-06-01"]])).toEqual([
    "2020-06-01",
  ]);
});

test("one of two units at once is enough to be in a project's", () => {
  const inSection = [recorded("2020-06-01", { unitId: "section" })];
  const both: Told[] = [
    ["outreach", "2020-01-01", null],
    ["youth", "2020-01-01", null],
  ];
  expect(lost(inSection, both, [["outreach", "2020-01-01", null]])).toEqual(["2020-06-01"]);
  expect(lost(inSection, [["youth", "2020-01-01", null]], both)).toEqual([]);
});

test("each kind is told with how many and between which days", () => {
  const told = byKind([
    recorded("2020-05-31", { id: "b" }),
    recorded("2020-05-31", { id: "a" }),
    recorded("2020-01-01", { id: "c" }),
    recorded("2020-03-01", { kind: "hand-over" }),
  ]);
  expect(told).toMatchObject([
    { kind: "hand-over", count: 1, first: "2020-03-01", last: "2020-03-01" },
    { kind: "course", count: 3, first: "2020-01-01", last: "2020-05-31" },
  ]);
  expect(told[1]?.days.map(({ id }) => id)).toEqual(["c", "a", "b"]);
});
