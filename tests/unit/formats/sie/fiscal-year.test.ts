import { describe, expect, it } from "vitest";

import { fiscalYearOf } from "~/formats/sie/fiscal-year";
import type { SieFiscalYear } from "~/formats/sie/sie-file";

const broken: SieFiscalYear[] = [
  { index: 0, firstDay: "2024-07-01", lastDay: "2025-06-30" },
  { index: -1, firstDay: "2023-07-01", lastDay: "2024-06-30" },
];
const prolonged: SieFiscalYear[] = [{ index: 0, firstDay: "2023-09-15", lastDay: "2024-12-31" }];

describe("fiscalYearOf", () => {
  it.each([
    [broken, "2024-07-01", "2024-07-01", "2025-06-30", "declared"],
    [broken, "2025-06-30", "2024-07-01", "2025-06-30", "declared"],
    [broken, "2024-06-30", "2023-07-01", "2024-06-30", "declared"],
    [broken, "2025-07-01", "2025-07-01", "2026-06-30", "continued"],
    [broken, "2027-01-31", "2026-07-01", "2027-06-30", "continued"],
    [broken, "2023-06-30", "2022-07-01", "2023-06-30", "continued"],
    [prolonged, "2024-11-01", "2023-09-15", "2024-12-31", "declared"],
    [prolonged, "2025-01-01", "2025-01-01", "2025-12-31", "continued"],
    [[], "2025-02-28", "2025-01-01", "2025-12-31", "calendar"],
  ])("%#: %j, %s", (fiscalYears, date, firstDay, lastDay, source) => {
    expect(fiscalYearOf({ fiscalYears }, date)).toEqual({ firstDay, lastDay, source });
  });

  it("ends a year in leap and common Februaries on their last day", () => {
    const fiscalYears = [{ index: 0, firstDay: "2022-03-01", lastDay: "2023-02-28" }];
    expect(fiscalYearOf({ fiscalYears }, "2023-05-01").lastDay).toBe("2024-02-29");
    expect(fiscalYearOf({ fiscalYears }, "2024-05-01").lastDay).toBe("2025-02-28");
  });
});
