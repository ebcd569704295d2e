import { describe, expect, test } from "vitest";
import { toldFigures } from "~/features/outcomes/indicator-figures";
import { figureFormat } from "~/features/outcomes/outcome-chart";
import { outcomeDay } from "~/features/outcomes/outcome-day";
import { formatsOf } from "~/i18n/format";

describe("an indicator's figures are told alike", () => {
  test.each([
    {
      what: "an average of whole values",
      figures: { baseline: 30, targets: [{ value: 75 }], actual: 151 / 3, plan: 62.857 },
      measured: [41, 52, 58],
      told: ["30", "50,3", "62,9", "75"],
    },
    {
      what: "values with two decimals",
      figures: { baseline: 4.25, targets: [{ value: 8 }], actual: 5.5, plan: 6.666 },
      measured: [5.5],
      told: ["4,25", "5,50", "6,67", "8"],
    },
    {
      what: "counts",
      figures: { baseline: 0, targets: [{ value: 30 }], actual: 23, plan: 20 },
      measured: [],
      told: ["0", "23", "20", "30"],
    },
    {
      what: "nothing measured",
      figures: { baseline: 0, targets: [], actual: null, plan: 0 },
      measured: [],
      told: ["0", null, "0", undefined],
    },
  ])("$what", ({ figures, measured, told }) => {
    const rounded = toldFigures(figures, measured);
    const format = figureFormat(rounded, formatsOf("sv"));
    const { baseline, actual, plan, targets } = rounded;
    expect([
      format(baseline),
      actual === null ? null : format(actual),
      format(plan),
      ...(targets.length > 0 ? targets.map(({ value }) => format(value)) : [undefined]),
    ]).toEqual(told);
  });
});

test.each([
  { today: "2005-06-01", day: "2005-06-01" },
  { today: "2005-12-31", day: "2005-12-31" },
  { today: "2006-01-01", day: "2005-12-31" },
  { today: "2026-11-22", day: "2005-12-31" },
])("on $today a project of 2005 shows its outcomes of $day", ({ today, day }) => {
  expect(outcomeDay({ startsOn: "2005-01-01", endsBefore: "2006-01-01" }, today)).toBe(day);
});
