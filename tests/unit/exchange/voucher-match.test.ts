import { describe, expect, test } from "vitest";
import { matchVouchers, type KnownVoucher } from "~/features/exchange/ledgers/voucher-match";
import { ledgerFacts } from "../../factories/ledger-facts";
import type { LedgerGiven, LedgerVoucherGiven } from "../../factories/ledger-file";
import { knownFrom } from "../../factories/known-vouchers";

const january = { series: "L", number: "1", date: "2013-01-25", text: "Löner 1" };
const pay = (kronor: number) => [{ kronor, account: "7010" }];

function stored(ledger: LedgerGiven | LedgerVoucherGiven[], given: Partial<KnownVoucher> = {}) {
  const whole = Array.isArray(ledger) ? { vouchers: ledger } : ledger;
  return knownFrom(ledgerFacts(whole).vouchers, given);
}

/** `kind number date` of each match, and `vanished number date`. */
function matched(ledger: LedgerGiven | LedgerVoucherGiven[], known: KnownVoucher[]): string[] {
  const whole = Array.isArray(ledger) ? { vouchers: ledger } : ledger;
  const { matches, vanished } = matchVouchers(ledgerFacts(whole, { known }));
  return [
    ...matches.map(({ kind, voucher }) => `${kind} ${voucher.number} ${voucher.date}`),
    ...vanished.map(({ number, date }) => `vanished ${number} ${date}`),
  ];
}

describe("numbers that begin again", () => {
  const months = ["2013-01-25", "2013-02-25", "2013-03-25"].map((date) => ({
    ...{ ...january, date },
    rows: pay(30_000),
  }));

  test("are new on another day, also with the same text and rows, where the file begins after it", () => {
    expect(matched([months[1]!], stored([months[0]!]))).toEqual(["new 1 2013-02-25"]);
    expect(matched([months[2]!], stored(months.slice(0, 2)))).toEqual(["new 1 2013-03-25"]);
  });

  test("are known in a file of all of them", () => {
    expect(matched(months, stored(months.slice(0, 2)))).toEqual([
      ...["same 1 2013-01-25", "same 1 2013-02-25", "new 1 2013-03-25"],
    ]);
  });

  test("are moved where the file reaches over the old day without it", () => {
    const other = { number: "9", date: "2013-01-01", rows: pay(1) };
    const moved = { ...january, date: "2013-01-28", rows: pay(30_000) };
    expect(matched([other, moved], stored([months[0]!]))).toEqual([
      "new 9 2013-01-01",
      "moved 1 2013-01-28",
    ]);
  });

  test("are moved with whatever else is changed, where what stands has vanished", () => {
    const other = { number: "9", date: "2013-01-01", rows: pay(1) };
    const changed = { ...january, date: "2013-01-28", text: "Annat", rows: pay(31_000) };
    const [standing] = months;
    expect(matched([other, changed], stored([standing!]))).toEqual([
      ...["new 9 2013-01-01", "moved 1 2013-01-28"],
    ]);
    for (const another of [
      { ...changed, number: "2" },
      { ...changed, series: "M" },
    ]) {
      expect(matched([other, another], stored([standing!]))[1]).toMatch(/^new /);
    }
    expect(matched([other, standing!, changed], stored([standing!]))).toContain("new 1 2013-01-28");
    expect(matched([changed], stored([standing!]))).toEqual(["new 1 2013-01-28"]);
  });

  test("are moved to the nearest day, each once", () => {
    const rent = (date: string) => ({ ...january, date, rows: pay(30_000) });
    const old = ["2013-01-28", "2013-02-28", "2013-03-28"].map(rent);
    const now = ["2013-01-28", "2013-03-29", "2013-04-28"].map(rent);
    const first = { number: "9", date: "2013-01-01", rows: pay(1) };
    const facts = ledgerFacts({ vouchers: [first, ...now] }, { known: stored(old) });
    const moves = matchVouchers(facts).matches.flatMap((match) =>
      match.kind === "moved" ? [`${match.known.date} to ${match.voucher.date}`] : [],
    );
    expect(moves).toEqual(["2013-03-28 to 2013-03-29", "2013-02-28 to 2013-04-28"]);
  });

  test("are no move from one fiscal year to the next, but over its turn", () => {
    const years: LedgerGiven["fiscalYears"] = [
      ["2013-01-01", "2013-12-31"],
      ["2012-01-01", "2012-12-31"],
    ];
    const rent = (date: string) => ({ number: "1", date, text: "Hyra", rows: pay(5) });
    const before = { number: "3", date: "2012-01-01", rows: pay(1) };
    const known = stored({ fiscalYears: years, vouchers: [rent("2012-02-01")] });
    const file = { fiscalYears: years, vouchers: [before, rent("2013-02-01")] };
    expect(matched(file, known)).toEqual([
      ...["new 3 2012-01-01", "new 1 2013-02-01", "vanished 1 2012-02-01"],
    ]);
    const december = stored({ fiscalYears: years, vouchers: [rent("2012-12-30")] });
    const inJanuary = { fiscalYears: years, vouchers: [before, rent("2013-01-02")] };
    expect(matched(inJanuary, december)).toEqual(["new 3 2012-01-01", "moved 1 2013-01-02"]);
  });
});

describe("on the same day", () => {
  const first = { ...january, rows: pay(100) };
  const second = { ...january, text: "Löner 2", rows: pay(200) };

  test("another text or other rows are a change where the file no longer has the old ones", () => {
    expect(matched([second], stored([first]))).toEqual(["changed 1 2013-01-25"]);
    expect(matched([{ ...first, text: "Löner" }], stored([first]))).toEqual([
      "changed 1 2013-01-25",
    ]);
  });

  test("and new where the file has both", () => {
    expect(matched([first, second], stored([first]))).toEqual([
      "same 1 2013-01-25",
      "new 1 2013-01-25",
    ]);
  });

  test("one with rows is the changed one before one that has none on the object", () => {
    const emptied = { ...first, rows: [{ kronor: 100, objects: ["P2"] }] };
    const { matches } = matchVouchers(
      ledgerFacts({ vouchers: [emptied, second] }, { known: stored([first]) }),
    );
    expect(matches).toMatchObject([{ kind: "changed", voucher: { sumOre: 20_000 } }]);
  });

  test("rows that have all left the object are a change to nothing", () => {
    const emptied = { ...first, rows: [{ kronor: 100, objects: ["P2"] }] };
    expect(matched([emptied], stored([first]))).toEqual(["changed 1 2013-01-25"]);
    expect(matched([emptied], [])).toEqual([]);
  });

  test("the order of the rows is nothing, and each of equal rows counts", () => {
    const rows = [{ kronor: 1 }, { kronor: 2 }, { kronor: 2 }];
    const known = stored([{ ...january, rows }]);
    expect(matched([{ ...january, rows: rows.toReversed() }], known)).toEqual([
      "same 1 2013-01-25",
    ]);
    expect(matched([{ ...january, rows: rows.slice(1) }], known)).toEqual(["changed 1 2013-01-25"]);
  });
});

describe("what equals one to the öre", () => {
  const hotel = { number: "1", date: "2013-03-01", text: "Hotell", rows: [{ kronor: 900 }] };

  test.each([
    ["no organisation number", { orgNumber: null, vouchers: [hotel] }],
    ["another", { orgNumber: "556000-0001", vouchers: [hotel] }],
    ["another, and a damaged text", { orgNumber: null, vouchers: [{ ...hotel, text: "H?tell" }] }],
    ["zeros before its number", { vouchers: [{ ...hotel, number: "0001" }] }],
    ["no number", { vouchers: [{ ...hotel, number: "" }] }],
    ["no series", { vouchers: [{ ...hotel, series: "" }] }],
  ])("with %s is asked about", (_, file) => {
    const found = matched(file, stored([hotel]));
    expect(found.map((each) => each.split(" ")[0])).toEqual(["equal"]);
  });

  test("is the same where only the file's year is another", () => {
    const fiscalYears: LedgerGiven["fiscalYears"] = [["2013-03-01", "2013-03-31"]];
    expect(matched({ fiscalYears, vouchers: [hotel] }, stored([hotel]))).toEqual([
      "same 1 2013-03-01",
    ]);
  });

  test("twice in one file is asked about once, with a number or without", () => {
    expect(matched([hotel, hotel], [])).toEqual(["new 1 2013-03-01", "equal 1 2013-03-01"]);
    const salary = { ...hotel, number: "" };
    expect(matched([salary, salary], [])).toEqual(["new  2013-03-01", "equal  2013-03-01"]);
    expect(matched([salary, salary], stored([salary, salary]))).toEqual([
      ...["same  2013-03-01", "same  2013-03-01"],
    ]);
  });

  test.each([
    ["number", { ...hotel, number: "2" }],
    ["series", { ...hotel, series: "B" }],
    ["account", { ...hotel, rows: [{ kronor: 900, account: "6210" }] }],
    ["day", { ...hotel, date: "2013-03-02" }],
  ])("but for its %s is another voucher", (_, other) => {
    const [match] = matched([other, hotel], stored([hotel]));
    expect(match).toMatch(/^new /);
  });

  test("stands for one that nothing else in the file is", () => {
    const twice = stored([hotel, hotel]);
    expect(matched([hotel, { ...hotel, number: "01" }], twice)).toEqual([
      "same 1 2013-03-01",
      "equal 01 2013-03-01",
    ]);
  });

  test("is another one of the same company with another text", () => {
    expect(matched([hotel, { ...hotel, text: "Båt" }], stored([hotel]))).toEqual([
      "same 1 2013-03-01",
      "new 1 2013-03-01",
    ]);
  });
});

describe("what the file no longer has", () => {
  const three = ["1", "2", "3"].map((number) => ({
    ...{ number, date: `2013-0${number}-10`, text: number, rows: [{ kronor: Number(number) }] },
  }));
  const [first, second, third] = [three[0]!, three[1]!, three[2]!];

  test("has vanished within its days and series", () => {
    expect(matched([first, third], stored(three))).toContain("vanished 2 2013-02-10");
    expect(matched([first, second], stored(three))).not.toContain("vanished 3 2013-03-10");
    const otherSeries = stored([{ ...second, series: "B" }]);
    expect(matched([first, third], otherSeries)).not.toContain("vanished 2 2013-02-10");
  });

  test("has vanished after the file's last voucher where the file says that it reaches further", () => {
    const last = (head: Partial<LedgerGiven>) =>
      matched({ ...head, vouchers: [first, second] }, stored(three)).includes(
        "vanished 3 2013-03-10",
      );
    expect(last({ coversUntil: "2013-05-31" })).toBe(true);
    expect(last({ generatedOn: "2013-06-01" })).toBe(true);
    expect(last({ coversUntil: "2013-03-10", generatedOn: "2013-06-01" })).toBe(true);
    expect(last({ coversUntil: "2013-03-09", generatedOn: "2013-06-01" })).toBe(false);
    expect(last({ coversUntil: "2013-12-31", generatedOn: "2013-03-09" })).toBe(false);
    const quarter: LedgerGiven["fiscalYears"] = [["2013-01-01", "2013-02-28"]];
    expect(last({ fiscalYears: quarter, generatedOn: "2013-06-01" })).toBe(false);
  });

  test("has vanished on the file's first day and its last, and on no day beside them", () => {
    const one = (date: string) => ({ number: "8", date, rows: [{ kronor: 9 }] });
    const on = (date: string) => matched([one(date)], stored([second])).slice(1);
    expect(on("2013-02-10")).toEqual(["vanished 2 2013-02-10"]);
    expect([on("2013-02-09"), on("2013-02-11")]).toEqual([[], []]);
    const from = [one("2013-02-10"), { ...one("2013-02-20"), number: "9" }];
    const until = [{ ...one("2013-01-20"), number: "9" }, one("2013-02-10")];
    for (const file of [from, until]) {
      expect(matched(file, stored([second]))).toContain("vanished 2 2013-02-10");
    }
  });

  test("has not where the file is another company's, or older than what it would take away", () => {
    const file = { orgNumber: "556000-0001", vouchers: [first, third] };
    expect(matched(file, stored(three)).join()).not.toContain("vanished");
    const older = { generatedOn: "2013-05-01", vouchers: [first, third] };
    const later = stored(three, { generatedOn: "2013-06-01" });
    expect(matched(older, later).join()).not.toContain("vanished");
    expect(matched({ ...older, generatedOn: "2013-06-01" }, later)).toContain(
      "vanished 2 2013-02-10",
    );
  });
});

describe("where it isn't sure whose the file is", () => {
  const [nobody, named] = [
    { orgNumber: null, companyName: "" },
    { orgNumber: null, companyName: "Socialtjänstförvaltningen" },
  ];
  const numbered = { orgNumber: "212000-0134" };
  const hotel = { number: "5", date: "2013-03-10", text: "Hotell", rows: [{ kronor: 1000 }] };
  const frame = ["2013-03-01", "2013-03-20"].map((date, index) => ({
    ...{ number: `9${index}`, date, rows: [{ kronor: 1, objects: ["P9"] }] },
  }));
  const heads = [
    ...[nobody, named].flatMap((head) => [
      { stored: head, now: head },
      { stored: numbered, now: head },
      { stored: head, now: numbered },
    ]),
    { stored: named, now: nobody },
  ];

  test.each(heads)("what has changed or moved is asked about: $stored, $now", (given) => {
    const known = stored({ ...given.stored, vouchers: [hotel] });
    const kindOf = (now: LedgerVoucherGiven) =>
      matched({ ...given.now, vouchers: [...frame, now] }, known).filter(
        (each) => !/ 9/.test(each),
      );
    expect(kindOf({ ...hotel, rows: [{ kronor: 1200 }] })).toEqual(["changed 5 2013-03-10"]);
    expect(kindOf({ ...hotel, number: "05", text: "Hotell och tåg" })).toEqual([
      expect.stringMatching(/^(changed|equal) 05/),
    ]);
    expect(kindOf({ ...hotel, date: "2013-03-12" })).toEqual(["moved 5 2013-03-12"]);
    expect(kindOf({ ...hotel, rows: [{ kronor: 1000, objects: ["P9"] }] })).toEqual([
      "changed 5 2013-03-10",
    ]);
  });

  test("two numbers, and two names, are two companies", () => {
    const now = { ...hotel, rows: [{ kronor: 1200 }] };
    const other = { orgNumber: "556000-0001", vouchers: [now] };
    expect(matched(other, stored({ ...numbered, vouchers: [hotel] }))).toEqual([
      "new 5 2013-03-10",
    ]);
    expect(
      matched(
        { orgNumber: null, companyName: "Bolaget AB", vouchers: [now] },
        stored({ ...named, vouchers: [hotel] }),
      ),
    ).toEqual(["new 5 2013-03-10"]);
  });

  test("those that were stored as one are equal to it in their parts", () => {
    const parts = [hotel, { ...hotel, text: "Tåg", rows: [{ kronor: 200 }] }];
    const [one, two] = stored({ ...numbered, vouchers: parts });
    const asOne = [{ ...one!, rows: [...one!.rows, ...two!.rows], sumOre: 120_000 }];
    expect(matched({ ...nobody, vouchers: parts }, asOne)).toEqual([
      ...["equal 5 2013-03-10", "equal 5 2013-03-10"],
    ]);
  });
});

describe("what numbers don't tell", () => {
  const pays = { series: "", date: "2013-03-25", text: "Lön mars", rows: pay(30_000) };
  const other = { series: "", date: "2013-03-26", rows: pay(1) };
  const seen = (now: LedgerVoucherGiven[], known: LedgerVoucherGiven[]) =>
    matched(now, stored(known)).filter((each) => !/03-26/.test(each));

  test("a voucher without a number is changed on its day where the file no longer has it", () => {
    const more = { ...pays, rows: pay(30_500) };
    expect(seen([more, other], [pays, other])).toEqual(["changed  2013-03-25"]);
    expect(seen([more], [pays])).toEqual(["changed  2013-03-25"]);
    expect(seen([{ ...pays, text: "Lön" }], [pays])).toEqual(["changed  2013-03-25"]);
    expect(seen([{ ...more, text: "Lön" }], [pays])).toEqual(["changed  2013-03-25"]);
    expect(seen([pays, more], [pays])).toEqual(["same  2013-03-25", "new  2013-03-25"]);
    expect(seen([{ ...more, number: "7" }], [pays])).toEqual(["changed 7 2013-03-25"]);
  });

  test("one that has another number is changed, or moved, where the file no longer has the old", () => {
    const hotel = { number: "5", date: "2013-03-10", text: "Hotell", rows: [{ kronor: 1000 }] };
    const last = { number: "6", date: "2013-03-26", rows: [{ kronor: 1 }] };
    const now = { ...hotel, number: "12" };
    const first = { number: "1", date: "2013-03-26", rows: [{ kronor: 1 }] };
    expect(seen([last, now], [hotel, last])).toEqual(["changed 12 2013-03-10"]);
    expect(seen([last, { ...now, text: "Hotell Malmö" }], [hotel, last])).toEqual([
      "changed 12 2013-03-10",
    ]);
    expect(seen([last, hotel, now], [hotel, last])).toEqual([
      ...["same 5 2013-03-10", "new 12 2013-03-10"],
    ]);
    const before = { number: "4", date: "2013-03-26", rows: [{ kronor: 2 }] };
    expect(
      seen([{ ...before, date: "2013-03-01" }, { ...now, date: "2013-03-12" }, first], [hotel]),
    ).toEqual(["new 4 2013-03-01", "moved 12 2013-03-12"]);
  });
});

describe("a series that the file no longer has", () => {
  const hotel = { series: "A", number: "1", date: "2013-03-10", text: "Hotell" };
  const book = { series: "A", number: "2", date: "2013-03-11", text: "Bok" };
  const [one, two] = [
    { ...hotel, rows: [{ kronor: 1000 }] },
    { ...book, rows: [{ kronor: 500 }] },
  ];

  test("may be called otherwise, by itself or with its number in one", () => {
    const changed = ["changed 1 2013-03-10", "changed 2 2013-03-11"];
    const named = [one, two].map((voucher) => ({ ...voucher, series: "B" }));
    expect(matched(named, stored([one, two]))).toEqual(changed);
    const reworded = named.map((voucher) => ({ ...voucher, text: "Rättad" }));
    expect(matched(reworded, stored([one, two]))).toEqual(changed);
    const [asOne, apart] = [
      [one, two].map((voucher) => ({ ...voucher, series: "", number: `A${voucher.number}` })),
      ["changed A1 2013-03-10", "changed A2 2013-03-11"],
    ];
    expect(matched(asOne, stored([one, two]))).toEqual(apart);
    expect(matched([one, two], stored(asOne))).toEqual(changed);
  });

  test("may be called otherwise on another day, too", () => {
    const named = [{ ...one, series: "B", date: "2013-03-09" }, two].map((voucher) => ({
      ...{ ...voucher, series: "B" },
    }));
    const last = { ...two, series: "B", number: "3", date: "2013-03-20", rows: [{ kronor: 7 }] };
    expect(matched([...named, last], stored([one, two]))).toEqual([
      ...["moved 1 2013-03-09", "changed 2 2013-03-11", "new 3 2013-03-20"],
    ]);
  });

  test("is another's where neither number nor words are the same, or the file is older", () => {
    const other = [one, two].map((voucher, place) => ({
      ...{ ...voucher, series: "B", number: `${place + 7}`, text: "Annat" },
    }));
    expect(matched(other, stored([one, two]))).toEqual(["new 7 2013-03-10", "new 8 2013-03-11"]);
    const older = [one, two].map((voucher) => ({ ...voucher, series: "B" }));
    const known = stored([one, two], { generatedOn: "2013-04-01" });
    expect(matched({ generatedOn: "2013-03-31", vouchers: older }, known)).toEqual([
      ...["new 1 2013-03-10", "new 2 2013-03-11"],
    ]);
  });
});

test("vouchers of one number that were stored as one are known by the rows of both", () => {
  const parts = [
    { ...january, text: "Ett", rows: [{ kronor: 1 }, { kronor: 1 }] },
    { ...january, text: "Två", rows: [{ kronor: 2 }] },
  ];
  const [one, two] = stored(parts);
  const asOne = [{ ...one!, rows: [...one!.rows, ...two!.rows], sumOre: 400 }];
  expect(matched(parts, asOne)).toEqual(["same 1 2013-01-25", "same 1 2013-01-25"]);
  const more = { ...january, text: "Tre", rows: [{ kronor: 3 }] };
  expect(matched([...parts, more], asOne)).toEqual([
    ...["same 1 2013-01-25", "same 1 2013-01-25", "new 1 2013-01-25"],
  ]);
  expect(matched([parts[0]!], asOne)).toEqual(["changed 1 2013-01-25"]);
  const andMore = [
    { ...asOne[0]!, rows: [...asOne[0]!.rows, { account: "7010", amountOre: 9, text: "" }] },
  ];
  expect(matched(parts, andMore).sort()).toEqual(["changed 1 2013-01-25", "new 1 2013-01-25"]);
});

test("one that was stored without its words is known by the rest", () => {
  const voucher = { ...january, rows: [{ kronor: 1, text: "Tåg" }] };
  expect(matched([voucher], stored([voucher], { text: "" }))).toEqual(["same 1 2013-01-25"]);
});

test("one without words is left to its like, and to no second voucher that has words", () => {
  const [named, bare] = [
    { ...january, text: "Lön", rows: [{ kronor: 1, text: "Tåg" }] },
    { ...january, text: "", rows: [{ kronor: 1, text: "Tåg" }] },
  ];
  expect(matched([named, named, bare], stored([named, bare]))).toEqual([
    ...["same 1 2013-01-25", "equal 1 2013-01-25", "same 1 2013-01-25"],
  ]);
});
