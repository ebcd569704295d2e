import { describe, expect, test } from "vitest";
import { chosenPairs, surePairs } from "~/features/exchange/ledgers/chosen-pairs.server";
import { answered, everyOne, keysFor } from "~/features/exchange/ledgers/ledger-answers";
import {
  planLedgerImport,
  planMark,
  type LedgerFacts,
} from "~/features/exchange/ledgers/ledger-plan";
import type { LoggedCost } from "~/features/exchange/ledgers/logged-twins";
import type { KnownVoucher } from "~/features/exchange/ledgers/voucher-match";
import { ledgerFacts } from "../../factories/ledger-facts";
import type { LedgerVoucherGiven } from "../../factories/ledger-file";
import { knownFrom } from "../../factories/known-vouchers";

function planOf(vouchers: LedgerVoucherGiven[], facts: Partial<LedgerFacts> = {}) {
  return planLedgerImport(ledgerFacts({ vouchers }, facts));
}

/** The vouchers as an earlier import has left them. */
function imported(vouchers: LedgerVoucherGiven[], given: Partial<KnownVoucher> = {}) {
  return knownFrom(ledgerFacts({ vouchers }).vouchers, given);
}

const one = { number: "1", rows: [{ kronor: 100 }] };

test("what isn't known is new, a credit and a sum of nothing too", () => {
  const plan = planOf([
    one,
    { number: "2", rows: [{ kronor: -30 }] },
    { number: "3", rows: [{ kronor: 5 }, { kronor: -5 }] },
  ]);
  expect(plan.added.map(({ number }) => number)).toEqual(["1", "2", "3"]);
  expect(plan.addedSumOre).toBe(7000);
});

test("what is known and the same is left alone", () => {
  const plan = planOf([one], { known: imported([one]) });
  expect(plan).toMatchObject({ added: [], asked: [], elsewhere: [], addedSumOre: 0 });
  expect(plan.same).toHaveLength(1);
});

test("what has changed is asked with what stands and the rows that differ", () => {
  const before = [
    { number: "1", rows: [{ kronor: 100, text: "Tåg" }, { kronor: 40 }, { kronor: 40 }] },
  ];
  const now = [{ number: "1", rows: [{ kronor: 90, text: "Tåg" }, { kronor: 40 }] }];
  const { added, asked } = planOf(now, { known: imported(before) });
  expect(added).toEqual([]);
  expect(asked).toMatchObject([
    {
      reasons: ["changed"],
      known: { sumOre: 18_000 },
      shown: { sumOre: 13_000 },
      gone: [{ amountOre: 10_000, text: "Tåg" }, { amountOre: 4000 }],
      come: [{ amountOre: 9000, text: "Tåg" }],
    },
  ]);
  expect([asked[0]?.gone.length, asked[0]?.come.length]).toEqual([2, 1]);
});

test("what has a concern is asked about, and said for all its reasons where it is here too", () => {
  const damaged = { ...one, text: "Tj\u201enster" };
  expect(planOf([damaged]).asked).toMatchObject([{ reasons: ["letters"], known: null }]);
  const known = imported([{ ...one, text: "Tjänster" }]);
  expect(planOf([damaged], { known }).asked).toMatchObject([{ reasons: ["changed", "letters"] }]);
  expect(planOf([damaged], { known: imported([damaged]) })).toMatchObject({ asked: [], added: [] });
});

test("what another project has is not written again, nor taken back from there", () => {
  const known = imported([one], { projectId: "q", projectCode: "Q" });
  expect(planOf([one], { known })).toMatchObject({
    ...{ added: [], same: [], asked: [] },
    elsewhere: [{ projectCode: "Q" }],
  });
  const days = ["2013-01-01", "2013-12-31"].map((date) => ({ ...one, number: date, date }));
  expect(planOf(days, { known }).asked).toEqual([]);
});

test("vouchers outside the period are told; its last day is inside", () => {
  const dates = ["2012-12-31", "2013-01-01", "2013-12-31", "2014-01-01"];
  const plan = planOf(
    dates.map((date, index) => ({ number: `${index}`, date, rows: [{ kronor: 1 }] })),
  );
  expect(plan.outsidePeriod.map(({ date }) => date)).toEqual(["2012-12-31", "2014-01-01"]);
});

test("rows that name further objects are told, with where those are already", () => {
  const head = { organisation: "212000-0134", series: "A", number: "1", date: "2013-03-04" };
  const here = { ...head, objectCode: "P2", projectCode: "P" };
  const { shared } = planOf(
    [
      { number: "1", rows: [{ kronor: 1, objects: ["P1", "P2"] }] },
      { number: "2", rows: [{ kronor: 1, objects: ["P1", "P3"] }] },
      { number: "3", rows: [{ kronor: 1 }] },
    ],
    { sharedWith: [here, { ...here, objectCode: "P9" }, { ...here, date: "2013-03-05" }] },
  );
  expect(shared).toMatchObject([
    { voucher: { number: "1" }, objectCodes: ["P2"], importedAs: [here] },
    { voucher: { number: "2" }, objectCodes: ["P3"], importedAs: [] },
  ]);
  expect(shared[0]?.importedAs).toHaveLength(1);
});

test("what was taken back and comes again is told", () => {
  const { takenBack } = planOf([one, { ...one, number: "2" }], { takenBack: imported([one]) });
  expect(takenBack.map(({ number }) => number)).toEqual(["1"]);
});

describe("several logged costs on one invoice", () => {
  const cost = (id: string, kronor: number, given: Partial<LoggedCost> = {}) => ({
    ...{ id, text: `Kurs ${id}`, bookedOn: "2013-03-01", amountOre: kronor * 100 },
    ...given,
  });
  const twins = [cost("a", 3000), cost("b", 3000), cost("c", 3000)];
  const priced = [cost("a", 1000, { text: "Dag" }), cost("b", 700, { text: "Dag" })];
  const invoice = (...kronor: number[]) => ({
    ...{ number: "1", date: "2013-03-10", text: "Kursfaktura" },
    rows: kronor.map((each) => ({ kronor: each })),
  });

  test.each([
    ["two of one amount", twins, invoice(6000), "Kurs a + Kurs b"],
    ["three", twins, invoice(9000), "Kurs a + Kurs b + Kurs c"],
    ["with VAT", twins, invoice(7500), "Kurs a + Kurs b"],
    ["on a row of several", twins, invoice(6000, 12), "Kurs a + Kurs b"],
    ["on several rows together", twins, invoice(5000, 1000), "Kurs a + Kurs b"],
    ["of one name, with VAT", priced, invoice(2125), "Dag + Dag"],
    ["two of any kind", [cost("a", 1000), cost("b", 700)], invoice(1700), "Kurs a + Kurs b"],
    ["two, with VAT", [cost("a", 1000), cost("b", 700)], invoice(2125), "Kurs a + Kurs b"],
  ])("are asked about: %s", (_, logged, voucher, named) => {
    const { added, asked } = planOf([voucher], { logged });
    expect([added, asked]).toMatchObject([
      [],
      [{ reasons: ["logged"], voucher: { details: [named] } }],
    ]);
  });

  test.each([
    ["another sum", twins, invoice(6001)],
    ["more than there are", twins.slice(1), invoice(9000)],
    ["too long ago", twins.map((each) => ({ ...each, bookedOn: "2012-12-09" })), invoice(6000)],
  ])("are not: %s", (_, logged, voucher) => {
    expect(planOf([voucher], { logged })).toMatchObject({ added: [{ number: "1" }], asked: [] });
  });
});

describe("the courses that share an invoice", () => {
  const cost = (id: string, kronor: number) => ({
    ...{ id, text: `Kurs ${id}`, bookedOn: "2013-03-01", amountOre: kronor * 100 },
  });
  const given = (invoices: number[][], logged: LoggedCost[]) =>
    planOf(
      invoices.map((rows, index) => ({
        ...{ number: `${index + 1}`, date: "2013-03-10", text: "Faktura" },
        rows: rows.map((kronor) => ({ kronor })),
      })),
      { logged },
    );
  const named = (plan: ReturnType<typeof given>, ...ids: string[]) =>
    ids.map((id) => {
      const voucher = plan.together.find(({ of }) => of.some((each) => each.id === id))?.voucher;
      return `${id}:${voucher?.key}`;
    });
  const chosen = (plan: ReturnType<typeof given>, ...ids: string[]) => {
    const pairs = chosenPairs(plan, named(plan, ...ids));
    if ("fault" in pairs) return pairs.fault.key;
    return pairs.twins.map(({ cost: { id }, rows, part }) => `${id} ${rows.join()} ${part}`);
  };
  const three = [cost("a", 3000), cost("b", 3000), cost("c", 3000)];

  test("make up its sum, with or without VAT, as a whole or on a row", () => {
    const two = given([[6000]], three);
    expect(chosen(two, "a", "c")).toEqual(["a 0 1", "c 0 2"]);
    expect(chosen(two, "a")).toBe("exchange.ledger.sharedSum");
    expect(chosen(two, "a", "b", "c")).toBe("exchange.ledger.sharedSum");
    expect(chosen(two)).toEqual([]);
    expect(chosen(given([[7500]], three), "b", "c")).toEqual(["b 0 1", "c 0 2"]);
    expect(chosen(given([[12, 6000]], three), "b", "c")).toEqual(["b 1 1", "c 1 2"]);
    expect(chosen(given([[5000, 1000]], three), "a", "b")).toEqual(["a 0,1 1", "b 0,1 2"]);
  });

  test("have no other, and where that may be so nothing is taken unseen", () => {
    const twice = given([[6000], [6000]], three);
    const [first, second] = twice.together.map(({ voucher }) => voucher.key);
    const names = [`a:${first}`, `b:${first}`, `b:${second}`, `c:${second}`];
    expect(chosenPairs(twice, names)).toEqual({ fault: { key: "exchange.ledger.twinsClash" } });
    expect(surePairs(twice)).toEqual([]);
    expect(surePairs(given([[6000]], three))).toEqual([]);
    const sure = given([[9000]], three);
    expect(surePairs(sure)).toEqual(named(sure, "a", "b", "c"));
    // One of them may be another invoice alone.
    const either = given([[9000], [3000]], three);
    const shared = new Set(named(either, "a", "b", "c"));
    expect(surePairs(either).filter((name) => shared.has(name))).toEqual([]);
  });
});

test("what credits an invoice that is left out is left out, too", () => {
  const row = (number: string, kronor: number, date = "2013-03-10") => ({
    ...{ number, date, rows: [{ kronor }] },
  });
  const logged = [{ id: "e", text: "Kurs", bookedOn: "2013-03-04", amountOre: 177_700 }];
  const vouchers = [row("4", 1777), row("5", -1777, "2013-04-10"), row("6", 1777), row("7", -1776)];
  const { added, asked } = planOf(vouchers, { logged });
  expect(added.map(({ number }) => number)).toEqual(["7"]);
  expect(asked.map(({ shown, reasons }) => [shown.number, reasons])).toEqual([
    ...[["4", ["logged"]]],
    ...[["6", ["logged"]]],
    ...[["5", ["credit"]]],
  ]);
  const damaged = [{ ...row("1", 10), text: "L?n" }, row("2", -10)];
  expect(planOf(damaged).asked).toMatchObject([{ reasons: ["letters"] }, { reasons: ["credit"] }]);
  // Of what is written there is nothing to ask, nor of what is long ago.
  expect(planOf([row("1", 10), row("2", -10)]).asked).toEqual([]);
  const late = [row("4", 1777), row("5", -1777, "2013-06-09")];
  expect(planOf(late, { logged }).asked).toHaveLength(1);
});

test("a plan's mark is another for other vouchers, other content and other questions", () => {
  const logged = [{ id: "c", text: "Kurs", bookedOn: "2013-03-04", amountOre: 10_000 }];
  const changed = imported([{ ...one, rows: [{ kronor: 99 }] }], { id: "k" });
  const marks = [
    planOf([one]),
    planOf([one], { logged }),
    planOf([one], { known: imported([one]) }),
    planOf([one], { known: changed }),
    planOf([{ number: "1", rows: [{ kronor: 101 }] }]),
    planOf([{ number: "2", rows: [{ kronor: 100 }] }]),
  ].map(planMark);
  expect(new Set(marks).size).toBe(6);
  expect(planMark(planOf([one]))).toBe(marks[0]);
});

const fresh = { number: "9", date: "2013-05-01", rows: [{ kronor: 7 }] };
const lost = { number: "5", date: "2013-03-20", rows: [{ kronor: 3 }] };
const changing = () =>
  planOf([{ ...one, rows: [{ kronor: 120 }] }, fresh, fresh], { known: imported([one, lost]) });

test("what isn't answered is left: only what is new is written", () => {
  const { written, removed } = answered(changing(), { take: [], replace: [] });
  expect(written.map(({ number }) => number)).toEqual(["9"]);
  expect(removed).toEqual([]);
});

test("one that replaces is written and what stood goes; one that has vanished only goes", () => {
  const plan = changing();
  expect(plan.asked.map(({ reasons }) => reasons[0])).toEqual(["changed", "equal", "vanished"]);
  const replace = [`${everyOne}:changed`, `${everyOne}:vanished`];
  const { written, removed } = answered(plan, { take: [], replace });
  expect(written.map(({ number }) => number)).toEqual(["9", "1"]);
  expect(removed.map(({ known, by }) => [known.number, by?.number ?? null])).toEqual([
    ["1", "1"],
    ["5", null],
  ]);
});

test("one that is ticked for both replaces, and is written once", () => {
  const both = [`${everyOne}:changed`];
  const { written, removed } = answered(changing(), { take: both, replace: both });
  expect(written.map(({ number }) => number)).toEqual(["9", "1"]);
  expect(removed).toHaveLength(1);
});

test("one that is another is written beside what stands", () => {
  const plan = changing();
  const take = keysFor(plan, new Set(["changed", "equal"]));
  const { written, removed } = answered(plan, { take, replace: [] });
  expect(written.map(({ number }) => number)).toEqual(["9", "1", "9"]);
  expect(removed).toEqual([]);
});

test("keys for some reasons leave out what is asked for others too", () => {
  const damaged = { ...one, text: "Tj\u201enster" };
  const plan = planOf([damaged], { known: imported([one]) });
  expect(keysFor(plan, new Set(["letters"]))).toEqual([]);
  expect(keysFor(plan, new Set(["letters", "changed"]))).toHaveLength(1);
});
