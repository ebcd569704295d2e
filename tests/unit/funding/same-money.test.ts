import { expect, test } from "vitest";
import { sameMoney } from "~/features/funding/rules/same-money";

test.each([
  { what: "as it stands", written: 100_00, booked: 100_00 },
  { what: "without a quarter of VAT", written: 100_01, booked: 80_01 },
  { what: "without 12 per cent, half an öre or more up", written: 100_00, booked: 89_29 },
  { what: "without 6 per cent", written: 106_00, booked: 100_00 },
  { what: "with a quarter", written: 80_01, booked: 100_01 },
  { what: "without VAT, in whole kronor", written: 100_00, booked: 89_00 },
])("is found $what", ({ written, booked }) => {
  expect(sameMoney(written)).toContain(booked);
});

test("is no other money: nothing between the rates, and what is written isn't rounded", () => {
  const amounts = sameMoney(100_49);
  expect(amounts).not.toContain(100_00);
  expect(new Set(amounts).size).toBe(amounts.length);
});
