import { expect, test } from "vitest";
import type { KnownCompanies } from "~/features/funding/costs/ledger-target.queries.server";
import { extractObject } from "~/features/exchange/ledgers/ledger-extract.server";
import { readSie } from "~/formats/sie/read-sie";

const companies: KnownCompanies = {
  authorityNumber: "212000-9994",
  partnerNumbers: ["2120000134"],
  names: ["Socialtjänsten", "Polisen"],
};
const ours = '#ORGNR 212000-9994\n#FNAMN "Socialtjänsten"';

type Row = [account: string, objects: string, kronor: number];

function voucher(number: string, rows: Row[], text = "x"): string {
  const sum = rows.reduce((total, [, , kronor]) => total + kronor, 0);
  return [
    `#VER A ${number} 20260305 "${text}"\n{`,
    ...rows.map(([account, objects, kronor]) => `#TRANS ${account} {${objects}} ${kronor}`),
    `#TRANS 1930 {} ${-sum}\n}`,
  ].join("\n");
}

const plain = (number = "1") => voucher(number, [["5410", '6 "P1"', 10]]);

/** `number öre: concerns` of each voucher that has something on object P1 or near it. */
function concernsOf(lines: string[], known = companies): string[] {
  const text = ["#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", ...lines, ""].join("\n");
  const { file } = readSie(new TextEncoder().encode(text));
  return extractObject(file, "P1", known)
    .filter(({ rows }) => rows.length > 0)
    .map(({ number, sumOre, concerns }) => `${number} ${sumOre}: ${concerns.join(" ")}`.trim());
}

test("the authority's and a partner's vouchers are none, by number or by name", () => {
  const heads = [
    ours,
    "#ORGNR 2120009994",
    "#ORGNR 212000-0134",
    '#FNAMN "polisen "',
    '#FNAMN "Någon"\n#ORGNR 212000-9994',
  ];
  for (const head of heads) expect(concernsOf([head, plain()])).toEqual(["1 1000:"]);
});

test("another company's vouchers are one, by number or by name alone", () => {
  for (const head of ["#ORGNR 556000-0001", '#FNAMN "Annat AB"', "#ORGNR 5560000001"]) {
    expect(concernsOf([head, plain()])).toEqual(["1 1000: organisation"]);
  }
});

test("nobody is another where the authority's number isn't known, or the file says nothing", () => {
  const unknown = { ...companies, authorityNumber: null };
  expect(concernsOf(["#ORGNR 556000-0001", plain()], unknown)).toEqual(["1 1000:"]);
  expect(concernsOf([plain()])).toEqual(["1 1000:"]);
});

test("of several companies in one file those are left out that aren't ours", () => {
  const other = '#FLAGGA 0\n#ORGNR 556000-0001\n#FNAMN "Annat AB"';
  expect(concernsOf([ours, plain("1"), other, plain("2"), ours, plain("3")])).toEqual([
    ...["1 1000:", "2 1000: organisation companies", "3 1000:"],
  ]);
});

test("where a company's number stands over another's vouchers all are unsure", () => {
  expect(concernsOf([ours, "#ORGNR 212000-0134", plain()])).toEqual(["1 1000: companies"]);
});

test("several companies are one where nobody knows the authority's: the first one's are sure", () => {
  const unknown = { ...companies, authorityNumber: null };
  const lines = [ours, plain("1"), "#ORGNR 556000-0001", plain("2")];
  expect(concernsOf(lines, unknown)).toEqual(["1 1000:", "2 1000: companies"]);
});

test("a currency is a concern from where it is named", () => {
  expect(concernsOf([ours, "#VALUTA EUR", plain()])).toEqual(["1 1000: currency"]);
  for (const kronor of ["sek", "Kr", "kronor", '"Svenska kronor"']) {
    expect(concernsOf([ours, `#VALUTA ${kronor}`, plain()])).toEqual(["1 1000:"]);
  }
  expect(concernsOf([ours, plain("1"), "#VALUTA NOK", plain("2")])).toEqual([
    "1 1000:",
    "2 1000: currency",
  ]);
  expect(concernsOf([ours, "#VALUTA EUR", plain("1"), `#FLAGGA 0\n${ours}`, plain("2")])).toEqual([
    "1 1000: currency",
    "2 1000:",
  ]);
});

const below = ['#DIM 6 "Projekt"', '#UNDERDIM 21 "Delprojekt" 6', '#UNDERDIM 22 "Steg" 21'];

test("rows below the object, or on its code in another dimension, are a part of their own", () => {
  const rows: Row[] = [
    ["5410", '21 "P1a"', 10],
    ["5410", '6 "P1" 21 "P1a"', 5],
    ["5410", '22 "P1x"', 3],
    ["5410", '1 "P1"', 2],
    ["5410", '21 "P1a" 6 "P2"', 100],
    ["5410", '1 "P1" 6 "P2"', 100],
    ["5410", '1 "P2"', 100],
  ];
  expect(concernsOf([ours, ...below, voucher("1", rows)])).toEqual(["1 500:", "1 1500: dimension"]);
});

test("an object below belongs to the project that it comes with, else to the one it is named for", () => {
  const other: Row = ["5410", '6 "P2" 21 "P1b"', 1];
  const alone = (code: string): Row => ["5410", `21 "${code}"`, 1];
  const of = (rows: Row[], declared = "") =>
    concernsOf([ours, ...below, declared, voucher("1", rows)]);
  expect(of([alone("P1b")])).toEqual(["1 100: dimension"]);
  expect(of([alone("P1b"), other])).toEqual([]);
  expect(of([alone("P2b")], '#OBJEKT 6 "P2" "Två"')).toEqual([]);
  expect(of([alone("P12b")], '#OBJEKT 6 "P12" "Tolv"\n#OBJEKT 6 "P1" "Ett"')).toEqual([]);
  expect(of([alone("X9")], '#OBJEKT 6 "P2" "Två"')).toEqual(["1 100: dimension"]);
});

test.each(["T\ufffdg", "Tj\u201enster", "TjÃ¤nster", "L?ner", "F÷rel‰sare", "Tjänst\u0094"])(
  "the words of %j are damaged",
  (text) => {
    expect(concernsOf([ours, voucher("1", [["5410", '6 "P1"', 10]], text)])).toEqual([
      "1 1000: letters",
    ]);
  },
);

test.each(["Föreläsare ”Säker” 50 % – é?", "Vad? Hur?", "Naïve café", "Kurs † 3", "10 ÷ 2"])(
  "the words of %j are not",
  (text) => {
    expect(concernsOf([ours, voucher("1", [["5410", '6 "P1"', 10]], text)])).toEqual(["1 1000:"]);
  },
);

test("the year's result on the project is a concern with its whole voucher", () => {
  const rows: Row[] = [
    ["5410", '6 "P1"', -10],
    ["8999", '6 "P1"', 10],
  ];
  expect(concernsOf([ours, voucher("1", rows)])).toEqual(["1 0: result-account"]);
  expect(concernsOf([ours, voucher("1", [["8999", "", 10]])])).toEqual([]);
});
