import { expect, test } from "vitest";
import {
  addDays,
  calendarDay,
  dayBounds,
  daysBetween,
  isWithinBounds,
  toDbDate,
  toIsoDate,
} from "~/terms/day";

test("days go into the database and come back", () => {
  expect(toIsoDate(toDbDate("2024-02-29"))).toBe("2024-02-29");
  expect(() => toDbDate("2026-02-29")).toThrow("2026-02-29");
});

test("days are counted across months and summer time", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-03-01", "2026-04-01")).toBe(31);
});

test("the calendar has its first and last days, and no others beside them", () => {
  const told = (text: string) => {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    return calendarDay({ year, month, day });
  };
  const days = ["0001-01-01", "9999-12-31", "2000-02-29", "2013-04-30", "2013-12-31"];
  expect(days.map(told)).toEqual(days);
  const none = ["0000-01-01", "10000-01-01", "1900-02-29", "2013-04-31", "2013-13-01"];
  expect([...none, "2013-00-01", "2013-01-00"].map(told)).toEqual([...Array(7)].map(() => null));
  const { first, last } = dayBounds;
  const around = [addDays(first, -1), first, last, addDays(last, 1)];
  expect(around.map(isWithinBounds)).toEqual([false, true, true, false]);
});
