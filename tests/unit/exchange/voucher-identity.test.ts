import { expect, test } from "vitest";
import { voucherContent, voucherIdentity } from "~/features/exchange/ledgers/voucher-identity";

const rows = [
  { account: "5810", amountOre: 100, date: "2013-03-04", text: "Tåg" },
  { account: "6110", amountOre: 250, date: "2013-03-04", text: "" },
];
const voucher = {
  organisation: "212000-0134",
  fiscalYear: "2013-01-01",
  series: "A",
  number: "17",
  date: "2013-03-04",
  text: "Resa",
  rows,
};

test.each([
  ["organisation", { organisation: "212000-0142" }],
  ["fiscalYear", { fiscalYear: "2014-01-01" }],
  ["series", { series: "B" }],
  ["number", { number: "18" }],
])("a numbered voucher is another one with another %s", (_, other) => {
  expect(voucherIdentity({ ...voucher, ...other })).not.toBe(voucherIdentity(voucher));
});

test("a numbered voucher is the same one whatever its date, text and rows", () => {
  const edited = { ...voucher, date: "2013-03-05", text: "Resor", rows: [] };
  expect(voucherIdentity(edited)).toBe(voucherIdentity(voucher));
});

test.each([
  ["date", { date: "2013-03-05" }],
  ["text", { text: "Resor" }],
  ["rows", { rows: rows.slice(1) }],
  ["series", { series: "B" }],
  ["organisation", { organisation: "212000-0142" }],
])("a voucher without a number is another one with another %s", (_, other) => {
  const unnumbered = { ...voucher, number: "" };
  expect(voucherIdentity({ ...unnumbered, ...other })).not.toBe(voucherIdentity(unnumbered));
});

test("series and number don't run together, nor do they run into the fiscal year", () => {
  const known = [
    voucherIdentity({ ...voucher, series: "A1", number: "7" }),
    voucherIdentity({ ...voucher, series: "A", number: "17" }),
    voucherIdentity({ ...voucher, series: "", number: "A17" }),
  ];
  expect(new Set(known).size).toBe(3);
});

test("like vouchers without a number are told apart by their occurrence", () => {
  const unnumbered = { ...voucher, number: "" };
  expect(voucherIdentity(unnumbered, 1)).not.toBe(voucherIdentity(unnumbered));
  expect(voucherIdentity(unnumbered, 0)).toBe(voucherIdentity(unnumbered));
});

test("content is the date, the text and the rows, in any order", () => {
  const content = voucherContent(voucher);
  expect(voucherContent({ ...voucher, rows: rows.toReversed() })).toBe(content);
  expect(voucherContent({ ...voucher, date: "2013-03-05" })).not.toBe(content);
  expect(voucherContent({ ...voucher, text: "" })).not.toBe(content);
  expect(voucherContent({ ...voucher, rows: [...rows, ...rows.slice(1)] })).not.toBe(content);
});
