import { expect, test } from "vitest";
import { lengthOfDay, minutesOfDay } from "~/features/funding/rules/hours-of-day";

test.each([
  { minutes: 600, length: "usual" },
  { minutes: 601, length: "long" },
  { minutes: 1440, length: "long" },
  { minutes: 1441, length: "impossible" },
])("a day of $minutes minutes is $length", ({ minutes, length }) => {
  expect(lengthOfDay(minutes)).toBe(length);
});

test("a day has the hours that are the person's own word, and stand", () => {
  const hours = { workedOn: "2013-06-01", isUnanswered: false, isWithdrawn: false };
  const day = [
    { ...hours, minutes: 60 },
    { ...hours, minutes: 7, isUnanswered: true },
    { ...hours, minutes: 5, isWithdrawn: true },
    { ...hours, minutes: 3, workedOn: "2013-06-02" },
  ];
  expect(minutesOfDay(day, "2013-06-01")).toBe(60);
});
