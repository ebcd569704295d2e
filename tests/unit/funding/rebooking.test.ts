import { expect, test } from "vitest";
import { rebookedStretches } from "~/features/funding/rules/rebooking";

function hours(workedOn: string, rateOre: number, newRateOre: number) {
  return { id: workedOn, workedOn, minutes: 30, rateOre, amountOre: rateOre / 2, newRateOre };
}

test("what is booked anew is summed by its rates, in the order of the days", () => {
  const rows = [
    hours("2013-07-01", 200, 210),
    hours("2013-03-02", 100, 121),
    hours("2013-03-01", 100, 121),
  ];
  expect(rebookedStretches(rows)).toEqual([
    {
      ...{ rateOre: 100, newRateOre: 121, firstDay: "2013-03-01", lastDay: "2013-03-02" },
      // Each row is rounded by itself.
      ...{ rowCount: 2, minutes: 60, beforeOre: 100, afterOre: 122 },
    },
    {
      ...{ rateOre: 200, newRateOre: 210, firstDay: "2013-07-01", lastDay: "2013-07-01" },
      ...{ rowCount: 1, minutes: 30, beforeOre: 100, afterOre: 105 },
    },
  ]);
});
