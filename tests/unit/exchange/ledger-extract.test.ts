import { expect, test } from "vitest";
import { extractObject } from "~/features/exchange/ledgers/ledger-extract.server";
import { readSie } from "~/formats/sie/read-sie";
import { ledgerFile } from "../../factories/ledger-file";

/** The vouchers that have something on the object. */
function extracted(...given: Parameters<typeof ledgerFile>) {
  return extractObject(ledgerFile(...given), "P1").filter(({ rows }) => rows.length > 0);
}

test("rows on cost accounts of the object count, each of them", () => {
  const [voucher, ...more] = extracted({
    vouchers: [
      {
        number: "1",
        text: "Resa",
        rows: [
          { kronor: 100, text: "Tåg" },
          { kronor: 100, text: "Tåg" },
          { kronor: -20 },
          { kronor: 7, account: "3990" },
          { kronor: 7, account: "1510" },
          { kronor: 7, objects: ["P2"] },
          { kronor: 7, objects: [] },
        ],
      },
    ],
  });
  expect(more).toEqual([]);
  expect(voucher).toMatchObject({ series: "A", number: "1", date: "2013-03-04", sumOre: 18_000 });
  expect(voucher?.rows.map(({ amountOre, costText }) => [amountOre, costText])).toEqual([
    [10_000, "Tåg"],
    [10_000, "Tåg"],
    [-2000, "Resa"],
  ]);
});

test("a cost is dated by its voucher, whatever its row says", () => {
  const [voucher] = extracted({
    vouchers: [{ number: "1", date: "2013-01-31", rows: [{ kronor: 1, date: "2013-01-15" }] }],
  });
  expect(voucher?.rows[0]).toMatchObject({ bookedOn: "2013-01-31" });
});

test("a number that stands twice is two vouchers", () => {
  const vouchers = extracted({
    vouchers: [
      { number: "1", date: "2013-01-01", rows: [{ kronor: 5, objects: ["P2"] }] },
      { number: "1", date: "2013-02-01", text: "Ett", rows: [{ kronor: 1 }] },
      { number: "1", date: "2013-03-01", text: "Två", rows: [{ kronor: 2 }] },
    ],
  });
  expect(vouchers).toMatchObject([
    { date: "2013-02-01", text: "Ett", sumOre: 100, rows: [{ bookedOn: "2013-02-01" }] },
    { date: "2013-03-01", text: "Två", sumOre: 200, rows: [{ bookedOn: "2013-03-01" }] },
  ]);
});

test("the same number in two fiscal years is two vouchers, also where years are broken", () => {
  const vouchers = extracted({
    fiscalYears: [
      ["2013-07-01", "2014-06-30"],
      ["2012-07-01", "2013-06-30"],
    ],
    vouchers: [
      { number: "1", date: "2013-06-30", rows: [{ kronor: 1 }] },
      { number: "1", date: "2013-07-01", rows: [{ kronor: 2 }] },
      { number: "2", date: "2014-01-01", rows: [{ kronor: 3 }] },
    ],
  });
  expect(vouchers.map(({ fiscalYear, sumOre }) => [fiscalYear, sumOre])).toEqual([
    ["2012-07-01", 100],
    ["2013-07-01", 200],
    ["2013-07-01", 300],
  ]);
});

test("numbered vouchers without rows on the object are there with none; unnumbered are not", () => {
  const rows = [{ kronor: 1, objects: ["P2"] }];
  const file = ledgerFile({ vouchers: [{ number: "1", rows }, { rows }] });
  expect(extractObject(file, "P1")).toMatchObject([{ number: "1", rows: [], sumOre: 0 }]);
});

test("an organisation is the same with and without hyphen; without a number it is its name", () => {
  const rows = [{ kronor: 1 }];
  const organisationFrom = (orgNumber: string | null) =>
    extracted({ orgNumber, vouchers: [{ number: "1", rows }] })[0]?.organisation;
  expect(organisationFrom("2120000134")).toBe("212000-0134");
  expect(organisationFrom("162120000134")).toBe("212000-0134");
  expect(organisationFrom(null)).toBe("Exempelstad");
  expect(organisationFrom("XX")).toBe("XX");
  // A sole trader's number is a person's.
  expect(organisationFrom("191212121212")).toBe("");
});

test("codes are text: with spaces, with leading zeros, and none is the beginning of another", () => {
  const code = (objects: string[]) => ({ rows: [{ kronor: 1, objects }], number: "1" });
  const found = (objects: string[], wanted: string) =>
    extractObject(ledgerFile({ vouchers: [code(objects)] }), wanted)[0]?.rows.length;
  expect(found(["P 1"], "P 1")).toBe(1);
  expect(found(["P 1"], "P")).toBe(0);
  expect(found(["0042"], "42")).toBe(0);
  expect(found(["P1", "P1"], "P1")).toBe(1);
});

test("a row that names further projects says which", () => {
  const [voucher] = extracted({
    vouchers: [{ number: "1", rows: [{ kronor: 1, objects: ["P2", "P1", "P3", "P2"] }] }],
  });
  expect(voucher?.rows[0]?.otherObjects).toEqual(["P2", "P3"]);
});

test("of a struck row and its added repetition one counts", () => {
  const { file } = readSie(
    new TextEncoder().encode(
      [
        "#FLAGGA 0",
        "#SIETYP 4",
        '#VER A 1 20130101 "Rättad"',
        "{",
        '#BTRANS 5810 {6 "P1"} 700.00',
        '#RTRANS 5810 {6 "P1"} 900.00',
        '#TRANS 5810 {6 "P1"} 900.00',
        "#TRANS 1930 {} -900.00",
        "}",
        "",
      ].join("\n"),
    ),
  );
  expect(extractObject(file, "P1")).toMatchObject([{ sumOre: 90_000, rows: [{}] }]);
});

test("texts hold no control characters", () => {
  const vouchers = [{ number: "1", text: "A\u0000B\u0001C", rows: [{ kronor: 1 }] }];
  // In a short file one NUL would make it a binary one.
  const companyName = "x".repeat(3000);
  expect(extracted({ companyName, vouchers })).toMatchObject([
    { text: "A B C", rows: [{ costText: "A B C" }] },
  ]);
});

test("very long texts are cut", () => {
  const text = "å".repeat(5000);
  const kept = `${"å".repeat(1000)}…`;
  expect(extracted({ vouchers: [{ number: "1", text, rows: [{ kronor: 1 }] }] })).toMatchObject([
    { text: kept, rows: [{ costText: kept }] },
  ]);
});
