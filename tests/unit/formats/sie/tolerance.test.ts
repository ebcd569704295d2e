import { describe, expect, it, test } from "vitest";

import { summariseSie } from "~/formats/sie/summarise";

import { codes, readSieLines, readSieText, told, voucherAround } from "./sie-text";

function rowsOf(...rows: string[]) {
  return readSieLines(...voucherAround(...rows));
}

describe("object lists", () => {
  it.each([
    ['{6 "P1"}', [["6", "P1"]]],
    ['{"6" "P1"}', [["6", "P1"]]],
    ["{6 P1}", [["6", "P1"]]],
    ["{ 6  P1 }", [["6", "P1"]]],
    ['{6"P1"}', [["6", "P1"]]],
    ["{06 P1}", [["6", "P1"]]],
    ['"{6 P1}"', [["6", "P1"]]],
    [
      '{1 "100" 6 "P1" 20 "N12"}',
      [
        ["1", "100"],
        ["6", "P1"],
        ["20", "N12"],
      ],
    ],
    ['{6 "Projekt nord"}', [["6", "Projekt nord"]]],
    ['{6 "P\\"1"}', [["6", 'P"1']]],
    ['{6 "0001"}', [["6", "0001"]]],
    ['{1 "" 6 "P1"}', [["6", "P1"]]],
    ['{"" ""}', []],
    ["{}", []],
    ["{ }", []],
  ])("%s", (list, objects) => {
    const { file, problems } = rowsOf(`#TRANS 5010 ${list} 0.00`);
    expect(problems).toEqual([]);
    expect(file.vouchers[0]?.rows[0]?.objects).toEqual(
      objects.map(([dimension, code]) => ({ dimension, code })),
    );
  });

  it("may be missing, touch their neighbours or stand after the amount", () => {
    const { file, problems } = rowsOf(
      "#TRANS 5010 100.00 20250115 text",
      "#TRANS 5010{6 P1}-50.00",
      "#TRANS 5010 -50.00 {6 P1}",
    );
    expect(problems).toEqual([]);
    expect(
      file.vouchers[0]?.rows.map(({ amountOre, objects }) => [amountOre, objects.length]),
    ).toEqual([
      [10000, 0],
      [-5000, 1],
      [-5000, 1],
    ]);
    expect(file.vouchers[0]?.rows[0]).toMatchObject({ date: "2025-01-15", text: "text" });
  });

  it.each(['{6 "P1" 1.00', "{6 P1 1} 1.00", '{1 "100 6 "P1"} 1.00', "{P1 6} 1.00", "{P1} 1.00"])(
    "are refused where money could land on the wrong project: %s",
    (rest) => {
      expect(codes(rowsOf(`#TRANS 5010 ${rest}`))).toContain("object-list-unreadable");
    },
  );

  it("may name a dimension and no object", () => {
    const reading = rowsOf("#TRANS 5010 {6 } 0.00");
    expect(told(reading.problems)).toEqual(["warning object-without-code 6"]);
    expect(reading.file.vouchers[0]?.rows[0]?.objects).toEqual([]);
  });
});

describe("texts and quotes", () => {
  it.each([
    ['"Tåg \\"tur och retur\\""', 'Tåg "tur och retur"'],
    ['"\\"Citat\\""', '"Citat"'],
    ['"Fil C:\\data\\ny.txt"', "Fil C:\\data\\ny.txt"],
    ['"Mapp C:\\data\\"', "Mapp C:\\data\\"],
    ['"Skärm 15"" bred"', 'Skärm 15" bred'],
    ["Ettord", "Ettord"],
    ["a{b}c", "a{b}c"],
    ['"{6 P1}"', "{6 P1}"],
    ['"# 1 #VER A"', "# 1 #VER A"],
    ['"\tmed\ttabbar\t"', "med tabbar"],
    ['""', ""],
    ['"  indraget  "', "indraget"],
  ])("%s", (written, read) => {
    const { file, problems } = rowsOf(`#TRANS 5010 {} 0.00 "" ${written}`);
    expect(problems).toEqual([]);
    expect(file.vouchers[0]?.rows[0]?.text).toBe(read);
  });

  it("may end in a backslash before further fields", () => {
    const { file } = rowsOf('#TRANS 5010 {} 0.00 "" "C:\\data\\" 2 x\\"');
    expect(file.vouchers[0]?.rows[0]).toMatchObject({ text: "C:\\data\\", quantity: 2 });
  });

  it("may go on over line ends", () => {
    const { file, problems } = readSieLines(
      '#VER A 1 20250115 "Första raden',
      'andra raden" 20250116',
      "{",
      "#TRANS 5010 {} 1.00",
      "#TRANS 1930 {} -1.00",
      "}",
    );
    expect(told(problems)).toEqual(["warning line-break-in-text 5"]);
    expect(file.vouchers[0]).toMatchObject({
      text: "Första raden andra raden",
      registered: "2025-01-16",
    });
    expect(file.vouchers[0]?.rows).toHaveLength(2);
  });

  it("tells of a quote that swallows what counts", () => {
    expect(codes(rowsOf('#TRANS "5010 {} 1.00'))).toEqual(["quote-not-closed", "field-missing"]);
  });

  it("passes over what cannot be a quantity or a row's date", () => {
    const { file, problems } = rowsOf('#TRANS 5010 {} 0.00 Hyra "Rum 15" bred "vägg" 3');
    expect(told(problems)).toEqual(["warning row-date-ignored 6", "notice quantity-ignored 6"]);
    expect(file.vouchers[0]?.rows[0]).toMatchObject({ amountOre: 0, date: null, quantity: null });
  });
});

describe("vouchers", () => {
  const rows = ["#TRANS 5010 {6 P1} 10.00", "#TRANS 1930 {} -10.00"];

  it.each([
    ["a brace on the voucher's line", ['#VER A 1 20250115 "Prov" {', ...rows, "}"]],
    ["a brace that touches the voucher's last field", ["#VER A 1 20250115 Prov{", ...rows, "}"]],
    ["a row beside the opening brace", ["#VER A 1 20250115", `{${rows[0]}`, `${rows[1]}`, "}"]],
    ["a closing brace on the row", ["#VER A 1 20250115", "{", `${rows[0]}`, `${rows[1]} }`]],
    ["blank lines and indents", ["\t#VER A 1 20250115", "", "  {", "", ...rows, "\t } "]],
    ["small letters", ["#ver A 1 20250115", "{", ...rows.map((row) => row.toLowerCase()), "}"]],
    ["unknown labels inside", ["#VER A 1 20250115", "{", "#XTRANS 1 2", ...rows, "}"]],
    [
      "fields that come after the known ones",
      [
        "#VER A 1 20250115 t 20250115 s x y",
        "{",
        ...rows.map((row) => `${row} "" "" "" sign x y`),
        "}",
      ],
    ],
    [
      "quotes around every field",
      [
        '#VER "A" "1" "20250115" "x"',
        "{",
        '#TRANS "5010" {"6" "P1"} "10.00"',
        '#TRANS "1930" {} "-10.00"',
        "}",
      ],
    ],
    ["dates with hyphens", ["#VER A 1 2025-01-15", "{", ...rows, "}"]],
    ["stray bytes before labels", ["\u0001#VER A 1 20250115", "{", ...rows, "}", "\u001a"]],
  ])("with %s", (_, lines) => {
    const { file, problems } = readSieLines(...lines);
    expect(problems).toEqual([]);
    expect(file.vouchers).toHaveLength(1);
    expect(file.vouchers[0]).toMatchObject({ series: "A", number: "1", date: "2025-01-15" });
    expect(summariseSie(file)).toMatchObject({ rows: 2, projects: expect.anything() });
    expect(Object.values(summariseSie(file).projects)).toEqual([1000]);
  });

  it.each([
    ['#VER "" "" 20250115 "Prov"', ["", ""], []],
    ['#VER A "" 20250115 "Prov"', ["A", ""], []],
    ['#VER A 20250115 "Prov"', ["A", ""], ["warning voucher-number-left-out 4"]],
    ['#VER 20250115 "Prov"', ["", ""], ["warning voucher-number-left-out 4"]],
    ["#VER LEV1 007 20250115 Prov", ["LEV1", "007"], []],
  ])("with series and number of %s", (line, [series, number], problems) => {
    const reading = readSieLines(line, "{", ...rows, "}");
    expect(told(reading.problems)).toEqual(problems);
    expect(reading.file.vouchers[0]).toMatchObject({
      series,
      number,
      date: "2025-01-15",
      text: "Prov",
    });
  });

  it("without braces, as long as they balance", () => {
    const lines = ["#VER A 1 20250115", ...rows, "#VER A 2 20250116", ...rows];
    const reading = readSieLines(...lines);
    expect(codes(reading)).toEqual(["voucher-without-braces"]);
    expect(summariseSie(reading.file)).toMatchObject({ vouchers: 2, rows: 4 });
    expect(codes(readSieLines(...lines.slice(0, -1)))).toContain("voucher-unbalanced");
  });

  it("without rows", () => {
    const { problems, file } = readSieLines(
      "#VER A 1 20250115",
      "{",
      "}",
      "#VER A 2 20250115",
      "#VER A 3 20250115",
      "{",
      ...rows,
      "}",
    );
    expect(told(problems)).toEqual(["warning voucher-without-rows 7"]);
    expect(file.vouchers).toHaveLength(3);
  });

  it("count #TRANS only: #RTRANS is repeated by one, #BTRANS is struck out", () => {
    const { file, problems } = rowsOf(
      ...rows,
      "#BTRANS 5010 {6 P1} 99.00",
      "#RTRANS 5010 {6 P1} 5.00",
      "#TRANS 5010 {6 P1} 5.00",
      "#RTRANS 1930 {} -5.00",
      "#TRANS 1930 {} -5.00",
    );
    expect(problems).toEqual([]);
    expect(summariseSie(file)).toMatchObject({ rows: 4, projects: { P1: 1500 } });
  });

  it("in another block of an unknown label are not disturbed by it", () => {
    const { problems } = readSieLines("#EGET x", "{", "#DELPOST 1", "}", ...voucherAround(...rows));
    expect(problems).toEqual([]);
  });

  it("with a number that comes twice are told, per fiscal year and series", () => {
    const voucher = (head: string) => [head, "{", ...rows, "}"];
    const reading = readSieLines(
      "#RAR 0 20250101 20251231",
      ...voucher("#VER A 1 20250115"),
      ...voucher("#VER B 1 20250115"),
      ...voucher("#VER A 1 20240115"),
      ...voucher("#VER A 1 20251115"),
      ...voucher('#VER A "" 20251115'),
      ...voucher('#VER A "" 20251115'),
    );
    expect(told(reading.problems)).toEqual([
      "warning voucher-outside-fiscal-years 15",
      "warning voucher-number-repeated 20",
    ]);
  });
});

test("numbers of two companies, and one number for all, are no twins", () => {
  const voucher = (head: string) => [head, "{", "#TRANS 5810 {} 1", "#TRANS 1930 {} -1", "}"];
  const codes = (...lines: string[]) => readSieLines(...lines).problems.map(({ code }) => code);
  const of = (company: string) => [`#ORGNR ${company}`, ...voucher("#VER A 1 20250115")];
  expect(codes(...of("212000-0134"), ...of("556000-0001"))).not.toContain(
    "voucher-number-repeated",
  );
  const days = ["20250115", "20250215", "20250315"];
  expect(codes(...days.flatMap((day) => voucher(`#VER L 1 ${day}`)))).toEqual([]);
});

describe("amounts", () => {
  it.each([
    ["1234.5", 123450],
    ["-1234.50", -123450],
    ["+1234.50", 123450],
    ["1234,50", 123450],
    ['"1 234,50"', 123450],
    ["1 234 567.50", 123456750],
    ["1\u00a0234.50", 123450],
    ["1,234.50", 123450],
    ["1.234,50", 123450],
    ["1,234,567", 123456700],
    ["100.000", 10000],
    ["1234.50-", -123450],
    [".5", 50],
    ["-0", 0],
  ])("%s", (written, amountOre) => {
    const { file, problems } = rowsOf(
      `#TRANS 5010 {} ${written} 20250115 "x"`,
      `#TRANS 1930 {} ${(-amountOre / 100).toFixed(2)}`,
    );
    expect(problems).toEqual([]);
    expect(file.vouchers[0]?.rows[0]).toMatchObject({ amountOre, date: "2025-01-15", text: "x" });
  });

  it("with more than two decimals are rounded, and the balance allows for it", () => {
    const { file, problems } = rowsOf(
      "#TRANS 5010 {} 10.005",
      "#TRANS 5010 {} -1.4210854715202004E-14",
      "#TRANS 1930 {} -10.00",
    );
    expect(told(problems)).toEqual(["warning amount-rounded 6", "warning amount-rounded 7"]);
    expect(file.vouchers[0]?.rows[0]?.amountOre).toBe(1001);
  });
});

describe("the file's frame", () => {
  const vouchers = voucherAround("#TRANS 5010 {6 P1} 10.00", "#TRANS 1930 {} -10.00");
  const whole = ['#PROGRAM "Prov" 1', "#SIETYP 4", ...vouchers];

  it.each(["\n", "\r\n", "\r", "\r\r\n", " "])("with %j as line end", (end) => {
    const { file, problems } = readSieText(whole.join(end));
    expect(problems).toEqual([]);
    expect(summariseSie(file)).toMatchObject({ program: "Prov", vouchers: 1, rows: 2 });
  });

  it("with line ends lost altogether", () => {
    const { file, problems } = readSieText(whole.join(""));
    expect(problems).toEqual([]);
    expect(summariseSie(file)).toMatchObject({ rows: 2, projects: { P1: 1000 } });
  });

  it("in UTF-16", () => {
    const { file, problems } = readSieText(`\uFEFF${whole.join("\r\n")}`, "utf16le");
    expect(problems).toEqual([]);
    expect(file.encoding).toBe("utf-16le");
  });

  it("of type 4E or 4I, or silent about its type", () => {
    expect(readSieText(whole.join("\n").replace("SIETYP 4", "SIETYP 4E")).file.type).toBe(4);
    const silent = readSieText(whole.join("\n").replace("#SIETYP 4\n", ""));
    expect(told(silent.problems)).toEqual(["notice type-with-vouchers"]);
    expect(silent.file.vouchers).toHaveLength(1);
  });

  it("with stray lines and braces", () => {
    const { problems } = readSieLines(
      "skräp",
      ...vouchers,
      "}",
      "mer skräp #RAR 0 20250101 20251231",
    );
    expect(told(problems)).toEqual([
      "warning stray-line 4",
      "warning brace-without-voucher 10",
      "warning stray-line 11",
    ]);
  });

  it("with #FLAGGA 1 or another currency", () => {
    expect(told(readSieLines("#FLAGGA 1", "#VALUTA eur", ...vouchers).problems)).toEqual([
      "notice flagged-as-imported",
      "warning other-currency",
    ]);
  });

  it.each([
    ["#PROGRAM Visma Påhittad 5.1", "Visma Påhittad", "5.1"],
    ['#PROGRAM "Visma Påhittad" 5.1', "Visma Påhittad", "5.1"],
    ["#PROGRAM Påhittad", "Påhittad", ""],
  ])("from %s", (line, program, programVersion) => {
    expect(readSieLines(line, ...vouchers).file).toMatchObject({ program, programVersion });
  });

  it("with years that are blank or zero", () => {
    const { file, problems } = readSieLines('#RAR 0 "" ""', "#RAR -1 0 0", "#RAR -2", ...vouchers);
    expect(problems).toEqual([]);
    expect(file.fiscalYears).toEqual([]);
  });

  it("finds an account's kind in a chart that lists all kinds last", () => {
    const { file } = readSieLines(
      "#KONTO 1930 Bank",
      "#KONTO 5010 Hyra",
      "#KTYP 1930 t",
      ...vouchers,
    );
    expect(file.accounts.map(({ kind }) => kind)).toEqual(["T", null]);
  });
});
