import { expect, test } from "vitest";
import { addDays, daysBetween, toDbDate, toIsoDate } from "~/terms/day";

test("days go into the database and come back", () => {
  expect(toIsoDate(toDbDate("2024-02-29"))).toBe("2024-02-29");
  expect(() => toDbDate("2026-02-29")).toThrow("2026-02-29");
});

test("days are counted across months and summer time", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-03-01", "2026-04-01")).toBe(31);
});
