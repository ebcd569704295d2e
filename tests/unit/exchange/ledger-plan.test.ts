import { expect, test } from "vitest";
import type { ExtractedVoucher } from "~/features/exchange/ledgers/extracted-voucher";
import { extractObject } from "~/features/exchange/ledgers/ledger-extract.server";
import {
  planLedgerImport,
  planMark,
  type KnownVoucher,
  type LedgerFacts,
} from "~/features/exchange/ledgers/ledger-plan";
import { ledgerFile, type LedgerVoucherGiven } from "../../factories/ledger-file";

const project = { id: "p", startsOn: "2013-01-01", endsBefore: "2014-01-01" };
const nothing = { known: [], sharedWith: [], alike: [], logged: [], takenBack: [] };

function vouchersOf(...vouchers: LedgerVoucherGiven[]): ExtractedVoucher[] {
  return extractObject(ledgerFile({ vouchers }), "P1");
}

function planOf(vouchers: ExtractedVoucher[], facts: Partial<LedgerFacts> = {}) {
  return planLedgerImport({ vouchers, project, ...nothing, ...facts });
}

/** The vouchers as an earlier import has left them. */
function imported(vouchers: ExtractedVoucher[], projectId = "p"): KnownVoucher[] {
  return vouchers.map(({ identity, content, sumOre, rows }) => ({
    ...{ identity, content, sumOre, projectId },
    projectCode: projectId.toUpperCase(),
    rows: rows.map((row) => ({ ...row, text: row.costText })),
  }));
}

test("what isn't known is new, a credit and a sum of nothing too", () => {
  const vouchers = vouchersOf(
    { number: "1", rows: [{ kronor: 100 }] },
    { number: "2", rows: [{ kronor: -30 }] },
    { number: "3", rows: [{ kronor: 5 }, { kronor: -5 }] },
  );
  const plan = planOf(vouchers);
  expect(plan.added.map(({ number }) => number)).toEqual(["1", "2", "3"]);
  expect(plan.addedSumOre).toBe(7000);
});

test("what is known and the same is left alone", () => {
  const vouchers = vouchersOf({ number: "1", rows: [{ kronor: 100 }] });
  const plan = planOf(vouchers, { known: imported(vouchers) });
  expect(plan).toMatchObject({ added: [], changed: [], elsewhere: [], addedSumOre: 0 });
  expect(plan.same).toHaveLength(1);
});

test("what has changed is shown with both sums and the rows that differ, and not written", () => {
  const before = vouchersOf({
    number: "1",
    rows: [{ kronor: 100, text: "Tåg" }, { kronor: 40 }, { kronor: 40 }],
  });
  const now = vouchersOf({ number: "1", rows: [{ kronor: 90, text: "Tåg" }, { kronor: 40 }] });
  const plan = planOf(now, { known: imported(before) });
  expect(plan.added).toEqual([]);
  expect(plan.changed).toMatchObject([
    {
      earlierSumOre: 18_000,
      voucher: { sumOre: 13_000 },
      gone: [{ amountOre: 10_000, text: "Tåg" }, { amountOre: 4000 }],
      come: [{ amountOre: 9000, text: "Tåg" }],
    },
  ]);
  expect(plan.changed[0]?.gone).toHaveLength(2);
  expect(plan.changed[0]?.come).toHaveLength(1);
});

test("a voucher whose rows have all left the object has changed to nothing", () => {
  const before = vouchersOf({ number: "1", rows: [{ kronor: 100 }] });
  const now = vouchersOf({ number: "1", rows: [{ kronor: 100, objects: ["P2"] }] });
  const { changed, added } = planOf(now, { known: imported(before) });
  expect(added).toEqual([]);
  expect(changed).toMatchObject([
    { earlierSumOre: 10_000, voucher: { sumOre: 0 }, gone: [{ amountOre: 10_000 }], come: [] },
  ]);
});

test("a numbered voucher of other projects is nothing to speak of", () => {
  const plan = planOf(vouchersOf({ number: "1", rows: [{ kronor: 100, objects: ["P2"] }] }));
  expect(plan).toMatchObject({ added: [], same: [], changed: [], elsewhere: [] });
});

test("what another project has is not written again", () => {
  const vouchers = vouchersOf({ number: "1", rows: [{ kronor: 100 }] });
  const plan = planOf(vouchers, { known: imported(vouchers, "q") });
  expect(plan).toMatchObject({ added: [], same: [], elsewhere: [{ projectCode: "Q" }] });
});

test("new vouchers outside the period are told; its last day is inside", () => {
  const dates = ["2012-12-31", "2013-01-01", "2013-12-31", "2014-01-01"];
  const plan = planOf(
    vouchersOf(
      ...dates.map((date, index) => ({ number: `${index}`, date, rows: [{ kronor: 1 }] })),
    ),
  );
  expect(plan.outsidePeriod.map(({ date }) => date)).toEqual(["2012-12-31", "2014-01-01"]);
});

test("rows that name further objects are told, with where those are already", () => {
  const vouchers = vouchersOf(
    { number: "1", rows: [{ kronor: 1, objects: ["P1", "P2"] }] },
    { number: "2", rows: [{ kronor: 1, objects: ["P1", "P3"] }] },
    { number: "3", rows: [{ kronor: 1 }] },
  );
  const identity = vouchers[0]?.identity ?? "";
  const here = { identity, objectCode: "P2", projectCode: "P" };
  const { shared } = planOf(vouchers, { sharedWith: [here, { ...here, objectCode: "P9" }] });
  expect(shared).toMatchObject([
    { voucher: { number: "1" }, objectCodes: ["P2"], importedAs: [here] },
    { voucher: { number: "2" }, objectCodes: ["P3"], importedAs: [] },
  ]);
  expect(shared).toHaveLength(2);
});

test("a plan's mark is another for other vouchers, other content and other questions", () => {
  const logged = [{ id: "c", text: "Kurs", bookedOn: "2013-03-04", amountOre: 10_000 }];
  const one = vouchersOf({ number: "1", rows: [{ kronor: 100 }] });
  const marks = [
    planOf(one),
    planOf(one, { logged }),
    planOf(one, { known: imported(one) }),
    planOf(vouchersOf({ number: "1", rows: [{ kronor: 101 }] })),
    planOf(vouchersOf({ number: "2", rows: [{ kronor: 100 }] })),
  ].map(planMark);
  expect(new Set(marks).size).toBe(5);
  expect(planMark(planOf(one))).toBe(marks[0]);
});
