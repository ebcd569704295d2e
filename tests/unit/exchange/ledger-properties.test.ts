import fc from "fast-check";
import { expect, test } from "vitest";
import { extractObject } from "~/features/exchange/ledgers/ledger-extract.server";
import { planLedgerImport, type KnownVoucher } from "~/features/exchange/ledgers/ledger-plan";
import { summariseSie } from "~/formats/sie/summarise";
import { ledgerFile, type LedgerVoucherGiven } from "../../factories/ledger-file";

const project = { id: "p", startsOn: "2013-01-01", endsBefore: "2014-01-01" };
const days = ["2013-01-01", "2013-01-02", "2013-02-01", "2013-03-01"];

// Few values, so that equal rows, equal vouchers and repeated numbers come up.
const arbitraryVoucher: fc.Arbitrary<LedgerVoucherGiven> = fc.record({
  series: fc.constantFrom("A", ""),
  number: fc.constantFrom("", "", "1", "2", "3", "4", "5"),
  date: fc.constantFrom(...days),
  text: fc.constantFrom("", "Lön"),
  rows: fc.array(
    fc.record({
      account: fc.constantFrom("5810", "7010", "2440"),
      objects: fc.constantFrom([], ["P1"], ["P2"], ["P1", "P2"]),
      kronor: fc.integer({ min: -2, max: 3 }),
      text: fc.constantFrom("", "Tåg"),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const arbitraryLedger = fc.array(arbitraryVoucher, { maxLength: 12 });

/** A number stands once: a voucher with its parts on two days could be cut between two exports. */
const arbitraryOrderlyLedger = arbitraryLedger.map((vouchers) => vouchers.filter(firstOfItsNumber));

function firstOfItsNumber(
  { series, number }: LedgerVoucherGiven,
  index: number,
  all: LedgerVoucherGiven[],
): boolean {
  if (number === "") return true;
  return all.findIndex((other) => other.series === series && other.number === number) === index;
}

function importInto(known: KnownVoucher[], vouchers: LedgerVoucherGiven[]) {
  const plan = planLedgerImport({
    vouchers: extractObject(ledgerFile({ vouchers }), "P1"),
    known,
    project,
    sharedWith: [],
    alike: [],
    logged: [],
    takenBack: [],
  });
  const written = plan.added.map(({ identity, content, sumOre, rows }): KnownVoucher => ({
    ...{ identity, content, sumOre },
    projectId: project.id,
    projectCode: "P",
    rows: rows.map((row) => ({ ...row, text: row.costText })),
  }));
  return { plan, books: [...known, ...written] };
}

function sorted(books: KnownVoucher[]) {
  return books.map(({ identity, sumOre }) => `${identity} ${sumOre}`).sort();
}

test("importing one period and then one that overlaps it is importing both at once", () => {
  fc.assert(
    fc.property(
      arbitraryOrderlyLedger,
      fc.constantFrom(...days),
      fc.constantFrom(...days),
      (ledger, until, from) => {
        const early = ledger.filter(({ date = "" }) => date <= until);
        const late = ledger.filter(({ date = "" }) => date >= from);
        const both = ledger.filter((voucher) => early.includes(voucher) || late.includes(voucher));
        const second = importInto(importInto([], early).books, late);
        expect(sorted(second.books)).toEqual(sorted(importInto([], both).books));
        expect(second.plan.changed).toEqual([]);
      },
    ),
  );
});

test("the same file again adds nothing and has nothing changed", () => {
  fc.assert(
    fc.property(arbitraryLedger, (ledger) => {
      const { books, plan } = importInto([], ledger);
      const again = importInto(books, ledger).plan;
      expect([again.added, again.changed]).toEqual([[], []]);
      expect(again.same).toHaveLength(plan.added.length);
    }),
  );
});

test("every row counts once: the sum is the file's own", () => {
  fc.assert(
    fc.property(arbitraryLedger, (ledger) => {
      const { plan } = importInto([], ledger);
      const sums = summariseSie(ledgerFile({ vouchers: ledger })).projects;
      expect(plan.addedSumOre).toBe(sums.P1 ?? 0);
    }),
  );
});
