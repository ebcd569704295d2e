import { describe, expect, it } from "vitest";

import { readSie } from "~/formats/sie/read-sie";
import { sieLimits } from "~/formats/sie/sie-limits";

import { readSieLines, readSieText, told, voucherAround } from "./sie-text";

describe("what is no SIE file", () => {
  it.each([
    ["", "error empty-file"],
    [" \r\n\t\n", "error empty-file"],
    ["Konto;Belopp\n5010;100\n", "error not-sie"],
    ["# Rubrik\n#hashtag\n", "error not-sie"],
    ['<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5"/>', "error sie-5"],
  ])("%j", (text, problem) => {
    const { file, problems } = readSieText(text);
    expect(told(problems)).toEqual([problem]);
    expect(file.vouchers).toEqual([]);
  });

  it("a workbook", () => {
    const { problems } = readSie(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]));
    expect(problems).toEqual([{ severity: "error", code: "binary-file", value: "zip" }]);
  });
});

describe("what cannot be trusted", () => {
  const debit = "#TRANS 5010 {6 P1} 10.00";
  const credit = "#TRANS 1930 {} -10.00";

  it.each([
    ["an amount of letters", ["#TRANS 5010 {} tio", credit], ["error amount-unreadable 6"]],
    ["an empty amount", ['#TRANS 5010 {} ""', credit], ["error amount-unreadable 6"]],
    ["an amount of two meanings", ["#TRANS 5010 {} 1,234", credit], ["error amount-unreadable 6"]],
    ["a missing amount", ["#TRANS 5010 {}", credit], ["error field-missing 6"]],
    ["a missing account", ["#TRANS", debit, credit], ["error field-missing 6"]],
    ["an enormous amount", ["#TRANS 5010 {} 1E20", credit], ["error amount-too-large 6"]],
    ["a difference of one öre", [debit, "#TRANS 1930 {} -9.99"], ["error voucher-unbalanced 4"]],
    [
      "a row's date that does not exist",
      [`${debit} 20250231`, credit],
      ["error date-does-not-exist 6"],
    ],
    ["a row's date of seven digits", [`${debit} 2025011`, credit], ["error date-unreadable 6"]],
  ])("%s", (_, rows, problems) => {
    expect(told(readSieLines(...voucherAround(...rows)).problems)).toEqual(problems);
  });

  it("names line, label, field and value", () => {
    const { problems } = readSieLines(...voucherAround("#TRANS 5010 {} 1O.00", credit));
    expect(problems).toEqual([
      {
        severity: "error",
        code: "amount-unreadable",
        line: 6,
        tag: "TRANS",
        field: "amount",
        value: "1O.00",
      },
    ]);
    expect(readSieLines(...voucherAround(debit)).problems).toEqual([
      {
        severity: "error",
        code: "voucher-unbalanced",
        line: 4,
        tag: "VER",
        voucher: "A 1",
        field: "sum",
        value: "1000",
      },
    ]);
  });

  it.each([
    ["20230231", "error date-does-not-exist 4"],
    ["20231301", "error date-does-not-exist 4"],
    ["99991231", "error date-out-of-bounds 4"],
    ["00010101", "error date-out-of-bounds 4"],
    ["2023", "error date-unreadable 4"],
    ["igår", "error date-unreadable 4"],
    ['""', "error field-missing 4"],
    ["", "error field-missing 4"],
  ])("a voucher's date %j", (date, problem) => {
    const { file, problems } = readSieLines(`#VER A 1 ${date}`, "{", debit, credit, "}");
    expect(told(problems)).toEqual([problem]);
    expect(file.vouchers[0]?.date).toBeNull();
  });

  it.each([
    ["in a block", ["#VER A 1 20250115", "{", debit, credit]],
    ["before a block", ["#VER A 1 20250115"]],
    [
      "in a block that the next voucher interrupts",
      ["#VER A 1 20250115", "{", debit, credit, ...voucherAround(debit, credit)],
    ],
  ])("an end %s", (_, lines) => {
    expect(told(readSieLines(...lines).problems)[0]).toBe("error voucher-not-closed 4");
  });

  it("a last line that is cut in its label", () => {
    const { problems } = readSieText(`#SIETYP 4\n${voucherAround(debit, credit).join("\n")}\n#VE`);
    expect(told(problems)).toEqual(["warning last-line-cut 7"]);
  });

  it("rows without a voucher", () => {
    expect(told(readSieLines(debit, ...voucherAround(debit, credit)).problems)).toEqual([
      "error row-outside-voucher 4",
    ]);
  });

  it("a year whose days cannot be read", () => {
    const { problems } = readSieLines("#RAR 0 20250101 20250231", ...voucherAround(debit, credit));
    expect(told(problems)).toEqual(["error date-does-not-exist 4"]);
  });

  it("a year that no ledger has", () => {
    const { problems } = readSieLines("#RAR 0 99990101 99991231", ...voucherAround(debit, credit));
    expect(told(problems)).toEqual(["error date-out-of-bounds 4", "error date-out-of-bounds 4"]);
  });

  it.each([
    ["a line that never ends", [`#PROSA "${"x".repeat(100_000)}"`], "error line-too-long 4"],
    [
      "more years than a ledger has",
      Array.from({ length: 101 }, (_, year) => `#RAR -${year} 20250101 20251231`),
      "error too-many-fiscal-years 104",
    ],
  ])("%s", (_, lines, problem) => {
    const { problems } = readSieLines(...lines, ...voucherAround(debit, credit));
    expect(told(problems)).toContain(problem);
  });

  it("more items than it may have, of which the rest isn't read", () => {
    const bytes = new TextEncoder().encode(`#SIETYP 4\n${"#DIM 7 x\n".repeat(50)}`);
    const { file, problems } = readSie(bytes, { ...sieLimits, "too-many-items": 20 });
    expect(told(problems)).toContain("error too-many-items 22");
    expect(file.dimensions).toHaveLength(20);
  });

  it("balances without vouchers", () => {
    expect(told(readSieLines("#SIETYP 3", "#IB 0 1930 1.00").problems)).toEqual([
      "error type-without-vouchers",
    ]);
    expect(told(readSieLines("#IB 0 1930 1.00").problems)).toEqual(["warning no-vouchers"]);
  });
});

describe("#KSUMMA", () => {
  const body = ['#KONTO 1915 "Kassa \\"special\\""', ...voucherAround("#TRANS 5010 {6 P1} 0")];
  // CRC-32 of: #KONTO1915Kassa "special"#VERA120250115Prov#TRANS50106P10
  const sum = "2402056880";

  function readSummed(...lines: string[]) {
    return told(readSieText(["#FLAGGA 0", "#SIETYP 4", ...lines].join("\n")).problems);
  }

  it("is told when it differs or never comes, and not when it fits", () => {
    expect(readSummed("#KSUMMA", ...body, `#KSUMMA ${sum}`)).toEqual([]);
    expect(readSummed("#KSUMMA", ...body, `#KSUMMA ${Number(sum) | 0}`)).toEqual([]);
    expect(readSummed("#KSUMMA", ...body, "#KSUMMA 123456789")).toEqual([
      "warning checksum-mismatch 9",
    ]);
    expect(readSummed("#KSUMMA", ...body)).toEqual(["error checksum-missing"]);
  });

  it("holds a text that goes on over a line end", () => {
    const broken = [
      '#PROSA "ett',
      'två"',
      '#FNAMN "ett',
      'två"',
      "#KONTO 1 a",
      "#VER A 1 20250115",
      "{",
      "}",
    ];
    // CRC-32 of: #PROSAetttvå#FNAMNetttvå#KONTO1a#VERA120250115, where å is 0x86
    expect(readSummed("#KSUMMA", ...broken, "#KSUMMA 3355535743")).toEqual([
      "warning stray-line 5",
      "warning line-break-in-text 7",
    ]);
  });

  it("is passed over where it was never announced", () => {
    expect(readSummed(...body, "#KSUMMA 1")).toEqual([]);
  });
});

describe("a hostile file", () => {
  it("fills no list of problems without end", () => {
    const { problems } = readSieLines(...Array<string>(5000).fill("skräp"));
    expect(problems).toHaveLength(102);
    expect(problems.at(-1)).toEqual({
      severity: "notice",
      code: "further-problems",
      field: "stray-line",
      value: "4900",
    });
  });

  it.each([
    ["quotes", "#TRANS ".concat('"'.repeat(300_000))],
    ["backslashes", "#TRANS ".concat('"\\" '.repeat(100_000))],
    ["braces", "{".repeat(300_000)],
    ["backslashes in a list", "#TRANS 1 {".concat('\\" '.repeat(100_000))],
    ["list braces", "#TRANS ".concat("{".repeat(300_000))],
    ["number signs", "#".repeat(300_000)],
    ["items", "#VER".repeat(75_000)],
    ["spaces", "#VER A ".concat(" ".repeat(300_000), "x")],
    ["digits", "#TRANS 1 {} ".concat("1".repeat(300_000))],
    ["digit groups", '#TRANS 1 {} "'.concat("1 ".repeat(150_000), 'x"')],
    ["carriage returns", "\r".repeat(300_000)],
    ["continued lines", '#VER A 1 20250115 "x\n'.concat('a "b\n'.repeat(60_000))],
  ])("of many %s is read in time that grows with its length", (_, text) => {
    const started = performance.now();
    readSieLines(text);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
