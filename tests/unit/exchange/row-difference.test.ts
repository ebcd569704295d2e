import { expect, test } from "vitest";
import { rowDifference } from "~/features/exchange/ledgers/row-difference";

const train = { account: "5810", amountOre: 100, text: "Tåg" };
const phone = { account: "6110", amountOre: 50, text: "" };

test("equal rows are taken one by one, in any order", () => {
  expect(rowDifference([train, phone, train], [phone, train])).toEqual({ gone: [train], come: [] });
  expect(rowDifference([phone], [train, phone, train])).toEqual({ gone: [], come: [train, train] });
  expect(rowDifference([train, phone], [phone, train])).toEqual({ gone: [], come: [] });
});

test("a row that is another in anything went and came", () => {
  for (const other of [{ account: "5811" }, { amountOre: -100 }, { text: "Buss" }]) {
    const now = { ...train, ...other };
    expect(rowDifference([train], [now])).toEqual({ gone: [train], come: [now] });
  }
});
