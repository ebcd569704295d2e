import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import type { SieFile, SieReading } from "~/formats/sie/sie-file";
import { readSie } from "~/formats/sie/read-sie";
import { summariseSie } from "~/formats/sie/summarise";

type Row = { account: string; objects: [string, string][]; ore: number; text: string };
type Voucher = { series: string; number: string; date: string; text: string; rows: Row[] };

// A backslash before the closing quote has no written form in SIE.
const characters = [...'abcåäöÅÄÖ 0123456789"\\#{};,.-é'];
const text = fc
  .string({ unit: fc.constantFrom(...characters), maxLength: 20 })
  .map((value) => value.replace(/\\+$/, "").trim())
  .filter((value) => !/\\$/.test(value));
const code = fc
  .string({ unit: fc.constantFrom(..."PROJåäö 019"), minLength: 1, maxLength: 6 })
  .map((value) => value.trim())
  .filter((value) => value !== "");
const date = fc
  .date({ min: new Date("2025-01-01"), max: new Date("2025-12-31"), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const row: fc.Arbitrary<Row> = fc.record({
  account: fc.constantFrom("1930", "3010", "4010", "5800", "7010", "8999"),
  objects: fc.array(fc.tuple(fc.constantFrom("1", "6", "20"), code), { maxLength: 3 }),
  ore: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  text,
});
const voucher: fc.Arbitrary<Voucher> = fc.record({
  series: fc.constantFrom("A", "B", "LEV1", ""),
  number: fc.nat({ max: 999 }).map(String),
  date,
  text,
  rows: fc.array(row, { minLength: 1, maxLength: 6 }).map(balanced),
});
const vouchers = fc.array(voucher, { minLength: 1, maxLength: 6 });
const encodings = fc.constantFrom("cp437", "win1252", "utf8");
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");

function balanced(rows: Row[]): Row[] {
  const ore = rows.reduce((rest, { ore: part }) => rest - part, 0);
  return [...rows, { account: "2440", objects: [], ore, text: "" }];
}

function written(parts: Voucher[], end: string): string {
  const lines = ["#FLAGGA 0", '#PROGRAM "Prov för åäö" 1', "#FORMAT PC8", "#SIETYP 4"];
  for (const { series, number, date: day, text: words, rows } of parts) {
    lines.push(`#VER ${quoted(series)} ${number} ${day.replaceAll("-", "")} ${quoted(words)}`, "{");
    for (const { account, objects, ore, text: rowWords } of rows) {
      const list = objects.map(([dimension, object]) => `${dimension} ${quoted(object)}`).join(" ");
      lines.push(`   #TRANS ${account} {${list}} ${kronor(ore)} "" ${quoted(rowWords)}`);
    }
    lines.push("}");
  }
  return lines.map((line) => line + end).join("");
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}

function kronor(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, "0");
  return `${ore < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function bytesOf(value: string, encoding = "cp437"): Uint8Array {
  return new Uint8Array(iconv.encode(value, encoding));
}

function readParts(file: SieFile): Voucher[] {
  return file.vouchers.map(({ series, number, date: day, text: words, rows }) => ({
    series,
    number,
    date: day ?? "",
    text: words,
    rows: rows.map(({ account, objects, amountOre, text: rowWords }) => ({
      account,
      objects: objects.map(({ dimension, code: object }): [string, string] => [dimension, object]),
      ore: amountOre,
      text: rowWords,
    })),
  }));
}

function severities(reading: SieReading): Set<string> {
  return new Set(reading.problems.map(({ severity }) => severity));
}

describe("readSie", () => {
  it("reads back what was written, in every encoding and with every line end", () => {
    fc.assert(
      fc.property(vouchers, encodings, lineEnds, (parts, encoding, end) => {
        const reading = readSie(bytesOf(written(parts, end), encoding));
        expect(readParts(reading.file)).toEqual(parts);
        expect(severities(reading)).not.toContain("error");
        expect(reading.file.program).toBe("Prov för åäö");
      }),
      { numRuns: 300 },
    );
  });

  it("gives an error for every file that is cut inside of a voucher", () => {
    fc.assert(
      fc.property(
        vouchers,
        lineEnds,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, end, share) => {
          const whole = written(parts, end);
          const length = Math.floor(whole.length * share);
          const cut = whole.slice(0, length);
          const reading = readSie(bytesOf(cut));
          const opened = cut.split(end).filter((line) => /^#VER\b/.test(line)).length;
          const closed = cut.split(end).filter((line) => line.trim() === "}").length;
          if (opened > closed) expect(severities(reading)).toContain("error");
          else expect(readParts(reading.file)).toEqual(parts.slice(0, closed));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("gives an error when a row is lost, unless the row was zero", () => {
    fc.assert(
      fc.property(vouchers, fc.nat(), (parts, pick) => {
        const lines = written(parts, "\n").split("\n");
        const rowLines = lines.flatMap((line, index) => (line.includes("#TRANS") ? [index] : []));
        const lost = rowLines[pick % rowLines.length] ?? 0;
        const wasZero = / -?0\.00 "/.test(lines[lost] ?? "");
        const reading = readSie(bytesOf(lines.toSpliced(lost, 1).join("\n")));
        expect(severities(reading).has("error")).toBe(!wasZero);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws, whatever bytes are changed, and sums in whole öre", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(vouchers, changes, (parts, changed) => {
        const bytes = bytesOf(written(parts, "\r\n"));
        for (const [position, byte] of changed) bytes[position % bytes.length] = byte;
        const reading = readSie(bytes);
        const { projects } = summariseSie(reading.file);
        expect(Object.values(projects).every(Number.isSafeInteger)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws on anything made of SIE's own signs", () => {
    const signs = fc.constantFrom(
      "#VER",
      "#TRANS",
      "#KSUMMA",
      "#RAR",
      "{",
      "}",
      '"',
      "\\",
      " ",
      "\n",
      "\r",
      "\t",
      "1",
      "6",
      "A",
      "å",
      ".",
      ",",
      "-",
      "20250115",
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const reading = readSie(bytesOf(`#SIETYP 4\n${parts.join("")}`));
        expect(Array.isArray(reading.problems)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes any bytes at all without throwing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readSie(bytes).file.vouchers).toBeInstanceOf(Array);
      }),
    );
  });
});
