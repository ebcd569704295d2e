import { expect, test } from "vitest";
import { voucherIdentity } from "~/features/funding/rules/voucher-identity";

const rows = [
  { account: "5810", amountOre: 100 },
  { account: "6110", amountOre: 250 },
];
const voucher = {
  ...{ organisation: "212000-0134", series: "A", number: "17", date: "2013-03-04" },
  ...{ text: "Resa", rows },
};

test.each([
  ["organisation", { organisation: "212000-0142" }],
  ["series", { series: "B" }],
  ["number", { number: "18" }],
  ["date", { date: "2013-03-05" }],
  ["text", { text: "Resor" }],
  ["rows", { rows: rows.slice(1) }],
])("a voucher is another one with another %s", (_, other) => {
  expect(voucherIdentity({ ...voucher, ...other })).not.toBe(voucherIdentity(voucher));
});

test("the order of the rows is nothing", () => {
  expect(voucherIdentity({ ...voucher, rows: rows.toReversed() })).toBe(voucherIdentity(voucher));
});

test("series and number don't run together", () => {
  const known = [
    voucherIdentity({ ...voucher, series: "A1", number: "7" }),
    voucherIdentity({ ...voucher, series: "A", number: "17" }),
    voucherIdentity({ ...voucher, series: "", number: "A17" }),
  ];
  expect(new Set(known).size).toBe(3);
});

test("like vouchers are told apart by their occurrence", () => {
  expect(voucherIdentity(voucher, 1)).not.toBe(voucherIdentity(voucher));
  expect(voucherIdentity(voucher, 0)).toBe(voucherIdentity(voucher));
});
