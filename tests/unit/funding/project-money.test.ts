import fc from "fast-check";
import { expect, test } from "vitest";
import { byCostCategory } from "~/features/funding/rules/cost-categories";
import {
  projectMoneyOf,
  type BookedRow,
  type BudgetLineRow,
  type Sums,
} from "~/features/funding/rules/project-money";
import { amountOre, day, plannedAmount } from "./arbitrary-plan";

const year = { startsOn: "2013-01-01", endsBefore: "2014-01-01" };

function line(given: Partial<BudgetLineRow>): BudgetLineRow {
  return {
    lineId: "a",
    costCategory: "Utbildning",
    name: "Kurser",
    financing: "grant",
    grantId: "g1",
    amounts: [],
    committedOre: 0,
    ...given,
  };
}

function booked(given: Partial<BookedRow>): BookedRow {
  return {
    lineId: "a",
    ...{ previousOre: 0, changedOre: 0, thisPeriodOre: 0, lateOre: 0 },
    ...{ previousMinutes: 0, changedMinutes: 0, thisPeriodMinutes: 0, lateMinutes: 0 },
    count: 1,
    ...given,
  };
}

const grant = { grantedOn: null, grantedOre: null };
const nothingRead = { grants: [], bookedThrough: null };

test("a cost category is of own hours where all its lines are, and sums them up", () => {
  const hours = { financing: "in_kind" as const, grantId: null, costCategory: "Tid" };
  const { lines } = projectMoneyOf({
    ...nothingRead,
    asOf: "2013-07-19",
    lines: [
      line({ ...hours, lineId: "a" }),
      line({ ...hours, lineId: "b" }),
      line({ lineId: "c", committedOre: 5 }),
      line({ ...hours, lineId: "d", costCategory: "Utbildning", committedOre: 3 }),
      line({ lineId: "e", costCategory: "Tid" }),
      line({ ...hours, lineId: "f", costCategory: "Mer tid" }),
    ],
    booked: [],
  });
  expect(byCostCategory(lines)).toMatchObject([
    { costCategory: "Tid", lineIds: ["a", "b", "e"], isOwnHours: false },
    { costCategory: "Utbildning", lineIds: ["c", "d"], isOwnHours: false, committedOre: 8 },
    { costCategory: "Mer tid", lineIds: ["f"], isOwnHours: true },
  ]);
});

test("the plan is counted until the ledger is known, that of own hours until the day itself", () => {
  const amounts = [{ ...year, amountOre: 365_000 }];
  const { lines } = projectMoneyOf({
    ...{ grants: [], bookedThrough: "2013-01-10", asOf: "2013-01-31", booked: [] },
    lines: [
      line({ lineId: "a", amounts }),
      line({ lineId: "b", amounts, financing: "in_kind", grantId: null }),
    ],
  });
  expect(lines.map(({ planOre }) => planOre)).toEqual([10_000, 31_000]);
});

test("a project of four lines, reckoned by hand", () => {
  const money = projectMoneyOf({
    ...nothingRead,
    asOf: "2013-07-19", // The 200th day of 365.
    lines: [
      line({ lineId: "a", amounts: [{ ...year, amountOre: 365_000 }], committedOre: 10_000 }),
      line({ lineId: "b", amounts: [{ ...year, amountOre: 36_500 }] }),
      line({ lineId: "c", financing: "cash", grantId: null }),
      line({
        lineId: "d",
        financing: "in_kind",
        grantId: null,
        amounts: [{ ...year, amountOre: 73_000 }],
      }),
    ],
    booked: [
      booked({ lineId: "a", previousOre: 100_000, thisPeriodOre: 50_000 }),
      booked({ lineId: "b", thisPeriodOre: 40_000 }),
      booked({ lineId: "d", previousOre: 7_000, previousMinutes: 120, thisPeriodMinutes: 0 }),
      booked({ lineId: null, thisPeriodOre: 2_500, count: 3 }),
    ],
  });

  expect(money.lines[0]).toMatchObject({
    budgetOre: 365_000,
    previousOre: 100_000,
    thisPeriodOre: 50_000,
    accumulatedOre: 150_000,
    remainingOre: 215_000,
    varianceOre: 215_000,
    planOre: 200_000,
    committedOre: 10_000,
    availableOre: 205_000,
  });
  expect(money.lines[1]).toMatchObject({ accumulatedOre: 40_000, varianceOre: -3_500 });
  expect(money.lines[2]).toMatchObject({ accumulatedOre: 0, varianceShare: null });
  expect(money.unplaced).toMatchObject({ accumulatedOre: 2_500, remainingOre: -2_500, count: 3 });
  expect(money.totals).toMatchObject({ budgetOre: 474_500, accumulatedOre: 199_500 });
  expect(money.paid).toMatchObject({
    budgetOre: 401_500,
    accumulatedOre: 192_500,
    remainingOre: 209_000,
    availableOre: 199_000,
  });
  expect(money.sources.map(({ kind, accumulatedOre }) => [kind, accumulatedOre])).toEqual([
    ["grant", 190_000],
    ["cash", 0],
    ["in_kind", 7_000],
    ["unplaced", 2_500],
  ]);
  expect(money.ownHours).toEqual({
    ...{ changedOre: 0, lateOre: 0, changedMinutes: 0, lateMinutes: 0 },
    previousOre: 7_000,
    thisPeriodOre: 0,
    accumulatedOre: 7_000,
    previousMinutes: 120,
    thisPeriodMinutes: 0,
    accumulatedMinutes: 120,
  });
});

test("grants are told apart, and each is measured against its own lines", () => {
  const { sources, grants } = projectMoneyOf({
    asOf: "2013-01-01",
    bookedThrough: null,
    grants: [
      { ...grant, id: "g1", funder: "Länsstyrelsen", title: "Länsstyrelsen, ett", grantedOre: 200 },
      { ...grant, id: "g2", funder: "Länsstyrelsen", title: "Länsstyrelsen, två" },
    ],
    lines: [
      line({ lineId: "a", grantId: "g1" }),
      line({ lineId: "b", grantId: "g2" }),
      line({ lineId: "c", grantId: "g1" }),
    ],
    booked: [
      booked({ lineId: "a", previousOre: 1 }),
      booked({ lineId: "b", previousOre: -10 }),
      booked({ lineId: "c", previousOre: 100 }),
    ],
  });
  expect(sources.map(({ grantTitle, accumulatedOre }) => [grantTitle, accumulatedOre])).toEqual([
    ["Länsstyrelsen, ett", 101],
    ["Länsstyrelsen, två", -10],
  ]);
  expect(grants).toMatchObject([
    { title: "Länsstyrelsen, ett", spentOre: 101, remainingOre: 99, share: 0.505 },
    { title: "Länsstyrelsen, två", spentOre: -10, grantedOre: null, share: null },
  ]);
});

const figures = ["budgetOre", "previousOre", "thisPeriodOre", "accumulatedOre"] as const;

test("sums hold: lines and unplaced are the totals, so are the sources; previous and this period are accumulated", () => {
  const lineRow = fc.record({
    financing: fc.constantFrom("grant" as const, "cash" as const, "in_kind" as const),
    grantId: fc.constantFrom("g1", "g2", null),
    amounts: fc.array(plannedAmount, { maxLength: 3 }),
    committedOre: amountOre,
  });
  const bookedRow = fc.record({
    previousOre: amountOre,
    thisPeriodOre: amountOre,
    previousMinutes: fc.nat(10_000),
    thisPeriodMinutes: fc.nat(10_000),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(lineRow, fc.option(bookedRow)), { maxLength: 6 }),
      fc.option(bookedRow),
      day,
      (rows, unplacedRow, asOf) => {
        const money = projectMoneyOf({
          ...nothingRead,
          asOf,
          lines: rows.map(([row], index) => line({ lineId: `${index}`, ...row })),
          booked: [
            ...rows.flatMap(([, row], index) =>
              row ? [booked({ lineId: `${index}`, ...row })] : [],
            ),
            ...(unplacedRow ? [booked({ lineId: null, ...unplacedRow })] : []),
          ],
        });
        for (const figure of figures) {
          const sum = (parts: Sums[]) => parts.reduce((total, part) => total + part[figure], 0);
          expect(sum([...money.lines, money.unplaced])).toBe(money.totals[figure]);
          expect(sum(money.sources)).toBe(money.totals[figure]);
        }
        for (const row of [...money.lines, money.unplaced, money.totals, ...money.sources]) {
          expect(row.previousOre + row.thisPeriodOre).toBe(row.accumulatedOre);
          expect(row.budgetOre - row.accumulatedOre).toBe(row.remainingOre);
          expect(row.remainingOre - row.committedOre).toBe(row.availableOre);
        }
        expect(money.paid.accumulatedOre + money.ownHours.accumulatedOre).toBe(
          money.totals.accumulatedOre,
        );
      },
    ),
  );
});

test("what was told before stays with who paid it then, and with the line that is gone", () => {
  const told = { costCategory: "Utbildning", name: "Kurser" };
  const money = projectMoneyOf({
    ...nothingRead,
    asOf: "2013-12-31",
    lines: [
      line({ lineId: "a", grantId: "g2", amounts: [{ ...year, amountOre: 1_000 }] }),
      line({ lineId: "b", financing: "cash", grantId: null }),
      line({ lineId: "c", grantId: "g2" }),
    ],
    toldLines: [
      { ...told, lineId: "a", financing: "grant", grantId: "g1" },
      { ...told, lineId: "b", financing: "in_kind", grantId: null },
      { ...told, lineId: "c", financing: "grant", grantId: "g2" },
      { ...told, lineId: "gone", financing: "grant", grantId: "g1" },
      { ...told, lineId: "empty", financing: "grant", grantId: "g1" },
    ],
    booked: [
      booked({ lineId: "a", previousOre: 100, changedOre: 20, thisPeriodOre: 7, lateOre: 1 }),
      booked({
        ...{ lineId: "b", previousOre: 50, changedOre: -50 },
        ...{ previousMinutes: 60, changedMinutes: -60 },
      }),
      booked({ lineId: "c", previousOre: 3 }),
      booked({ lineId: "gone", previousOre: 10, changedOre: -10, count: 0 }),
    ],
  });
  const told4 = ({ previousOre, changedOre, thisPeriodOre, accumulatedOre }: Sums) => [
    ...[previousOre, changedOre, thisPeriodOre, accumulatedOre],
  ];
  const named = money.sources.map((source) => [source.kind, source.grantId, ...told4(source)]);
  expect(named).toEqual([
    ["grant", "g2", 3, 120, 7, 130],
    ["grant", "g1", 110, -110, 0, 0],
    ["cash", null, 0, 0, 0, 0],
    ["in_kind", null, 50, -50, 0, 0],
  ]);
  expect(money.lines.map(({ lineId }) => lineId)).toEqual(["a", "b", "c", "gone"]);
  expect(told4(money.totals)).toEqual([163, -40, 7, 130]);
  expect(told4(money.paid)).toEqual([113, 10, 7, 130]);
  expect(money.ownHours).toMatchObject({ previousOre: 50, changedOre: -50, previousMinutes: 60 });
  expect(money.sources[0]).toMatchObject({ budgetOre: 1_000, lateOre: 1 });
});
