import { expect, test } from "vitest";
import { unbalancedVouchers } from "~/features/exchange/ledgers/unbalanced.server";
import { readSie } from "~/formats/sie/read-sie";

function found(rows: string, known: Parameters<typeof unbalancedVouchers>[2] = []) {
  const text = `#FLAGGA 0\n#SIETYP 4\n#ORGNR 212000-0134\n#VER A 7 20130304 "x"\n{\n${rows}\n}\n`;
  const { file } = readSie(new TextEncoder().encode(text));
  return unbalancedVouchers(file, "P1", known).map(({ differenceOre, isHere }) => [
    differenceOre,
    isHere,
  ]);
}

test("one that balances is none", () => {
  expect(found("#TRANS 5810 {6 P1} 10\n#TRANS 1930 {} -10")).toEqual([]);
});

test("one that names the object concerns it, on whatever account and dimension", () => {
  expect(found("#TRANS 5810 {6 P1} 10\n#TRANS 1930 {} -9")).toEqual([[100, true]]);
  expect(found("#TRANS 1510 {6 P1} 10")).toEqual([[1000, true]]);
  expect(found("#TRANS 5810 {1 P1} 10")).toEqual([[1000, true]]);
});

test("one of others concerns it only where it is in the books already", () => {
  const rows = "#TRANS 5810 {6 P2} 10\n#TRANS 1930 {} -9";
  expect(found(rows)).toEqual([[100, false]]);
  const head = { organisation: "212000-0134", series: "A", number: "7", date: "2013-03-04" };
  expect(found(rows, [head])).toEqual([[100, true]]);
  expect(found(rows, [{ ...head, number: "8" }])).toEqual([[100, false]]);
});
