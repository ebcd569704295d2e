import { expect, test } from "vitest";
import { extractObject } from "~/features/exchange/ledgers/ledger-extract.server";
import {
  findLoggedTwins,
  twinKey,
  type LoggedCost,
} from "~/features/exchange/ledgers/logged-twins";
import { bestTwins, chosenTwins } from "~/features/exchange/ledgers/twin-choice";
import { ledgerFile, type LedgerVoucherGiven } from "../../factories/ledger-file";

function course(id: string, given: Partial<LoggedCost> = {}): LoggedCost {
  return { id, text: "Kurs", bookedOn: "2013-03-04", amountOre: 980_000, ...given };
}

function twinsOf(logged: LoggedCost[], vouchers: LedgerVoucherGiven[]) {
  return findLoggedTwins(extractObject(ledgerFile({ vouchers }), "P1"), logged);
}

/** `cost voucher` of each pair where each cost and each row is in one at most. */
function pairs(logged: LoggedCost[], ...vouchers: LedgerVoucherGiven[]): string[] {
  const twins = twinsOf(logged, vouchers);
  return (chosenTwins(twins, bestTwins({ twins })) ?? []).map(
    ({ cost, voucher }) => `${cost.id} ${voucher.number}`,
  );
}

const invoice = (number: string, given: Partial<LedgerVoucherGiven> = {}) => ({
  number,
  rows: [{ kronor: 9800 }],
  ...given,
});

test("an invoice of the same amount is a twin, on one row or as a whole", () => {
  expect(pairs([course("a")], invoice("1"))).toEqual(["a 1"]);
  expect(pairs([course("a")], invoice("1", { rows: [{ kronor: 9800 }, { kronor: 300 }] }))).toEqual(
    ["a 1"],
  );
  expect(pairs([course("a")], invoice("1", { rows: [{ kronor: 9000 }, { kronor: 800 }] }))).toEqual(
    ["a 1"],
  );
});

test("another amount is none, nor is a credit or a cost of nothing", () => {
  expect(pairs([course("a")], invoice("1", { rows: [{ kronor: 9801 }] }))).toEqual([]);
  expect(
    pairs([course("a", { amountOre: -980_000 })], invoice("1", { rows: [{ kronor: -9800 }] })),
  ).toEqual([]);
  expect(pairs([course("a", { amountOre: 0 })], invoice("1", { rows: [{ kronor: 0 }] }))).toEqual(
    [],
  );
});

test("90 days are near enough, 91 are not, before and after", () => {
  const on = (date: string) => pairs([course("a")], invoice("1", { date }));
  expect(on("2013-06-02")).toEqual(["a 1"]);
  expect(on("2013-06-03")).toEqual([]);
  expect(on("2012-12-04")).toEqual(["a 1"]);
  expect(on("2012-12-03")).toEqual([]);
});

test("a pair that is one with VAT alone is told so", () => {
  const told = (...kronor: number[]) =>
    twinsOf([course("a")], [invoice("1", { rows: kronor.map((each) => ({ kronor: each })) })]).map(
      ({ places }) => places.map(({ isWithVat }) => isWithVat),
    );
  expect(told(9800)).toEqual([[false]]);
  expect(told(12_250)).toEqual([[true]]);
  expect(told(9800, 12_250)).toEqual([[false, true]]);
});

test("an invoice whose text names the course may be a year away", () => {
  const named = (date: string, title: string) =>
    pairs([course("a", { text: title })], invoice("1", { date, text: "Faktura SÖKMETODER, vår" }));
  expect(named("2013-11-04", "Sökmetoder")).toEqual(["a 1"]);
  expect(named("2012-03-04", "Sökmetoder")).toEqual(["a 1"]);
  expect(named("2014-03-05", "Sökmetoder")).toEqual([]);
  expect(named("2013-11-04", "Sökmetoder, fortsättning")).toEqual([]);
  // A word as short stands there by chance.
  expect(named("2013-11-04", "Faktura")).toEqual([]);
});

test("each cost and each invoice is in one pair, the nearest first", () => {
  expect(
    pairs(
      [course("a")],
      invoice("1", { date: "2013-04-01" }),
      invoice("2", { date: "2013-03-05" }),
    ),
  ).toEqual(["a 2"]);
  expect(pairs([course("a"), course("b", { bookedOn: "2013-03-05" })], invoice("1"))).toEqual([
    "a 1",
  ]);
});

test("one invoice may be several courses', a row for each", () => {
  const two = invoice("1", { rows: [{ kronor: 9800 }, { kronor: 9800 }] });
  expect(pairs([course("a"), course("b"), course("c")], two)).toEqual(["a 1", "b 1"]);
});

test("a voucher whose sum is taken has no row left to pair", () => {
  const split = invoice("1", { rows: [{ kronor: 9000 }, { kronor: 800 }] });
  const part = course("b", { amountOre: 90_000_0, bookedOn: "2013-03-10" });
  expect(pairs([course("a"), part], split)).toEqual(["a 1"]);
});

test.each([
  [25, 12_250],
  [12, 10_976],
  [6, 10_388],
])("a cost that was logged with %d per cent VAT is found in books without it", (_, kronor) => {
  expect(pairs([course("a", { amountOre: kronor * 100 })], invoice("1"))).toEqual(["a 1"]);
  expect(pairs([course("a", { amountOre: kronor * 100 + 100 })], invoice("1"))).toEqual([]);
});

test("and one that was logged without VAT in books with it", () => {
  expect(pairs([course("a")], invoice("1", { rows: [{ kronor: 12_250 }] }))).toEqual(["a 1"]);
});

test("and where the books have it rounded to whole kronor", () => {
  const logged = course("a", { amountOre: 234_500 });
  expect(pairs([logged], invoice("1", { rows: [{ kronor: 2931 }] }))).toEqual(["a 1"]);
});

test("the very amount comes before one with VAT, also where that is nearer in time", () => {
  expect(
    pairs(
      [course("a")],
      invoice("1", { rows: [{ kronor: 12_250 }] }),
      invoice("2", { date: "2013-04-20" }),
    ),
  ).toEqual(["a 2"]);
});

test("all that may be one are offered, the best first: a course of the very amount hides no other", () => {
  const [very, other] = [course("a"), course("b", { amountOre: 784_000 })];
  const twins = twinsOf([other, very], [invoice("1"), invoice("2", { date: "2013-03-20" })]);
  expect(twins.map(({ cost, voucher }) => `${cost.id} ${voucher.number}`)).toEqual([
    ...["a 1", "a 2", "b 1", "b 2"],
  ]);
  const [, second, third] = twins.map(twinKey);
  expect(chosenTwins(twins, [second!, third!])).toMatchObject([
    { cost: { id: "a" }, voucher: { number: "2" }, rows: [0] },
    { cost: { id: "b" }, voucher: { number: "1" }, rows: [0] },
  ]);
});

test("a cost, or a row, in two pairs, and a pair that isn't there, can't be chosen", () => {
  const twins = twinsOf([course("a"), course("b")], [invoice("1"), invoice("2")]);
  const [a1, a2, b1] = ["a:v0", "a:v1", "b:v0"];
  expect(chosenTwins(twins, [a1, a2])).toBeNull();
  expect(chosenTwins(twins, [a1, b1])).toBeNull();
  expect(chosenTwins(twins, ["c"])).toBeNull();
  expect(chosenTwins(twins, [a2, b1])).toHaveLength(2);
});

test("a row that is a course's invoice is no other's", () => {
  const standing = extractObject(ledgerFile({ vouchers: [invoice("1")] }), "P1").map((voucher) => ({
    ...voucher,
    rows: voucher.rows.map((row) => ({ ...row, isInvoice: true })),
  }));
  expect(findLoggedTwins(standing, [course("a")])).toEqual([]);
});
