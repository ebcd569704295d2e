import { expect, test } from "vitest";
import { employedOn, lastDayBefore } from "~/features/organisation/employed";

const stretches = [
  { startsOn: "2020-01-01", endsBefore: "2021-01-01" },
  { startsOn: "2020-06-01", endsBefore: "2021-03-01" },
  { startsOn: "2023-01-01", endsBefore: "2024-01-01" },
];

test.each([
  ["2019-12-31", "before"],
  ["2020-01-01", "then"],
  ["2021-02-28", "then"],
  ["2021-03-01", "between"],
  ["2022-12-31", "between"],
  ["2023-12-31", "then"],
  ["2024-01-01", "after"],
] as const)("%s is %s", (day, expected) => {
  expect(employedOn(stretches, day)).toBe(expected);
});

test("who has no end known never leaves, and who never worked here is before the first time", () => {
  expect(employedOn([{ startsOn: "2020-01-01", endsBefore: null }], "2999-01-01")).toBe("then");
  expect(employedOn([], "2020-01-01")).toBe("before");
});

test.each([
  ["2019-12-31", null],
  ["2021-03-01", "2021-02-28"],
  ["2022-12-31", "2021-02-28"],
  ["2024-01-01", "2023-12-31"],
])("the last day before %s is %s", (day, expected) => {
  expect(lastDayBefore(stretches, day)).toBe(expected);
});
