import { expect, test } from "vitest";
import { awaitingIn, bookedMonthsIn } from "~/features/reports/rules/booked-rows";
import { partiesOf } from "~/features/reports/rules/report-counts";
import type { ReportRow, RowFacts } from "~/features/reports/rules/report-row";

test("costs are booked in the months of their days, placed on a line or not", () => {
  const rows = [
    cost("a", "2013-01-31", { amountOre: 100, under: "line" }),
    cost("b", "2013-02-01", { amountOre: 20, under: null }),
    cost("c", "2013-02-28", { amountOre: -3, under: "line" }),
    hours("d", { day: "2013-02-02", minutes: 60 }),
  ];
  expect(bookedMonthsIn(rows)).toEqual([
    { month: "2013-01-01", amountOre: 100 },
    { month: "2013-02-01", amountOre: 17 },
  ]);
});

test("own hours await an answer until they count", () => {
  const rows = [
    hours("a", { day: null, minutes: 60 }),
    hours("b", { day: "2013-02-02", minutes: 30 }),
    hours("c", { day: null, minutes: 15 }),
  ];
  expect(awaitingIn(rows)).toEqual({ count: 2, minutes: 75, amountOre: 750 });
});

test("own hours are the partners' and, where none of them is the owner, the authority's", () => {
  const partner = { id: "p", name: "Region", role: "partner" as const };
  const owner = { id: "o", name: "Förbundet", role: "owner" as const };
  expect(partiesOf({ authority: "Staden", partners: [partner] })).toEqual([
    { partnerId: null, name: "Staden", role: "owner" },
    { partnerId: "p", name: "Region", role: "partner" },
  ]);
  expect(partiesOf({ authority: "Staden", partners: [owner, partner] })).toEqual([
    { partnerId: "o", name: "Förbundet", role: "owner" },
    { partnerId: "p", name: "Region", role: "partner" },
  ]);
});

function cost(
  id: string,
  day: string,
  { amountOre, under }: { amountOre: number; under: string | null },
): ReportRow {
  const facts: RowFacts["cost"] = { amountOre, voucher: null, import: null };
  return { kind: "cost", id, under, day, person: null, source: null, facts };
}

function hours(id: string, { day, minutes }: { day: string | null; minutes: number }): ReportRow {
  const facts: RowFacts["own-hours"] = {
    ...{ amountOre: minutes * 10, minutes, rateOre: 600, workedOn: "2013-02-01", party: null },
    awaits: day === null,
  };
  return { kind: "own-hours", id, under: "line", day, person: "p", source: null, facts };
}
