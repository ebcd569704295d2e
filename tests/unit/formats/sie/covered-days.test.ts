import { expect, test } from "vitest";
import { coveredUntil, knownUntil } from "~/formats/sie/covered-days";
import { ledgerFile, type LedgerGiven } from "../../../factories/ledger-file";

const voucher = { number: "1", date: "2013-03-04", rows: [{ kronor: 1 }] };

function file(given: Partial<LedgerGiven>) {
  return ledgerFile({ vouchers: [voucher], ...given });
}

test.each<[string, Partial<LedgerGiven>, string | null]>([
  [
    "the period that it names",
    { generatedOn: "2013-11-25", coversUntil: "2013-03-31" },
    "2013-03-31",
  ],
  [
    "the day that it was made",
    { generatedOn: "2013-06-01", coversUntil: "2013-12-31" },
    "2013-06-01",
  ],
  [
    "the end of its year",
    { generatedOn: "2013-11-25", fiscalYears: [["2013-01-01", "2013-03-31"]] },
    "2013-03-31",
  ],
  [
    "the end of its last year",
    {
      ...{ generatedOn: "2013-11-25" },
      fiscalYears: [
        ["2013-01-01", "2013-12-31"],
        ["2012-01-01", "2012-12-31"],
      ],
    },
    "2013-11-25",
  ],
  [
    "a voucher outside of its year",
    { generatedOn: "2013-11-25", fiscalYears: [["2012-01-01", "2012-12-31"]] },
    "2013-03-04",
  ],
  ["no day, where it doesn't say", {}, null],
])("a file holds the ledger until %s", (_, given, until) => {
  expect(coveredUntil(file(given))).toBe(until);
});

test("a ledger is known until the day that it came, or the end of its year", () => {
  expect(knownUntil(file({}), "2013-05-02")).toBe("2013-05-02");
  expect(knownUntil(file({}), "2014-05-02")).toBe("2013-12-31");
  expect(knownUntil(file({ generatedOn: "2014-01-10" }), "2014-05-02")).toBe("2013-12-31");
  expect(knownUntil(file({ generatedOn: "2013-09-10" }), "2013-05-02")).toBe("2013-05-02");
  expect(knownUntil(file({ coversUntil: "2013-03-31" }), "2013-05-02")).toBe("2013-03-31");
});
