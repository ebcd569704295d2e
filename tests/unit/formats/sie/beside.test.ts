import { expect, test } from "vitest";
import { readSie, readSieBeside } from "~/formats/sie/read-sie";
import { ledgerBytes } from "../../../factories/ledger-file";

test("a large file is read beside other work, to the same result", async () => {
  const vouchers = Array.from({ length: 5000 }, (_, n) => ({
    number: String(n + 1),
    rows: [{ kronor: n }],
  }));
  const bytes = ledgerBytes({ vouchers });
  let turns = 0;
  const other = setInterval(() => (turns += 1), 0);
  const reading = await readSieBeside(bytes);
  clearInterval(other);
  expect(turns).toBeGreaterThan(5);
  expect(reading).toEqual(readSie(bytes));
  expect(reading.file.vouchers).toHaveLength(5000);
});
