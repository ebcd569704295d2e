import fc from "fast-check";
import { expect, test } from "vitest";
import { answered, everyOne } from "~/features/exchange/ledgers/ledger-answers";
import { planLedgerImport, type LedgerPlan } from "~/features/exchange/ledgers/ledger-plan";
import type { KnownVoucher } from "~/features/exchange/ledgers/voucher-match";
import { summariseSie } from "~/formats/sie/summarise";
import { ledgerFacts } from "../../factories/ledger-facts";
import { ledgerFile, type LedgerGiven, type LedgerVoucherGiven } from "../../factories/ledger-file";
import { knownFrom } from "../../factories/known-vouchers";

const days = ["2013-01-01", "2013-01-02", "2013-02-01", "2013-03-01"];

// Few values, so that equal rows, equal vouchers and numbers that begin again come up.
const arbitraryVoucher: fc.Arbitrary<LedgerVoucherGiven> = fc.record({
  series: fc.constantFrom("A", ""),
  number: fc.constantFrom("", "1", "2", "3"),
  date: fc.constantFrom(...days),
  text: fc.constantFrom("", "Lön"),
  rows: fc.array(
    fc.record({
      account: fc.constantFrom("5810", "7010", "2440"),
      objects: fc.constantFrom([], ["P1"], ["P1"], ["P2"], ["P1", "P2"]),
      kronor: fc.integer({ min: -2, max: 3 }),
      text: fc.constantFrom("", "Tåg"),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const arbitraryVouchers = fc.array(arbitraryVoucher, { maxLength: 10 });

function planned(known: KnownVoucher[], ledger: LedgerGiven): LedgerPlan {
  return planLedgerImport(ledgerFacts(ledger, { known }));
}

/** With series and number: nothing is known by its words alone. */
const arbitraryNumbered = fc.array(
  fc
    .tuple(arbitraryVoucher, fc.constantFrom("A", "B"), fc.constantFrom("1", "2"))
    .map(([voucher, series, number]) => ({ ...voucher, series, number })),
  { maxLength: 10 },
);

type Given = { known: KnownVoucher[]; ledger: LedgerGiven; answer?: "all" };

/** The books after an import, with a plain yes or with all that it asks said yes to. */
function after({ known, ledger, answer }: Given): KnownVoucher[] {
  const plan = planned(known, ledger);
  const all = [...new Set(plan.asked.map(({ reasons: [reason] }) => `${everyOne}:${reason}`))];
  const answers = answer ? { take: all, replace: all } : { take: [], replace: [] };
  const { written, removed } = answered(plan, answers);
  const gone = new Set(removed.map(({ known: old }) => old));
  return [...known.filter((each) => !gone.has(each)), ...knownFrom(written)];
}

function contents(books: readonly KnownVoucher[]): string[] {
  return books
    .map(({ series, number, date, text, rows }) => {
      const texts = rows.map((row) => JSON.stringify([row.account, row.amountOre, row.text]));
      return JSON.stringify([series, number, date, text, texts.sort()]);
    })
    .sort();
}

/** What the file has of the object. */
function contentsOf(ledger: LedgerGiven): string[] {
  return contents(knownFrom(ledgerFacts(ledger).vouchers));
}

test("with all that is asked said yes to, every row counts once: the sum is the file's own", () => {
  fc.assert(
    fc.property(arbitraryVouchers, (vouchers) => {
      const books = after({ known: [], ledger: { vouchers }, answer: "all" });
      const sums = summariseSie(ledgerFile({ vouchers })).projects;
      expect(books.reduce((sum, { sumOre }) => sum + sumOre, 0)).toBe(sums.P1 ?? 0);
      expect(contents(books)).toEqual(contentsOf({ vouchers }));
    }),
  );
});

test("the same file again writes nothing, and asks nothing but what it asked before", () => {
  fc.assert(
    fc.property(arbitraryVouchers, (vouchers) => {
      const first = planned([], { vouchers });
      const again = planned(after({ known: [], ledger: { vouchers } }), { vouchers });
      expect(again.added).toEqual([]);
      expect(again.asked.map(({ key, reasons }) => [key, reasons])).toEqual(
        first.asked.map(({ key, reasons }) => [key, reasons]),
      );
    }),
  );
});

test("exports of any days, in any order, come to what one of all these days would", () => {
  fc.assert(
    fc.property(
      arbitraryVouchers,
      fc.array(fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)), { maxLength: 4 }),
      (vouchers, windows) => {
        const within = (from: string, until: string) =>
          vouchers.filter(({ date = "" }) => from <= date && date <= until);
        const books = windows.reduce<KnownVoucher[]>((known, [from, until]) => {
          const plan = planned(known, { vouchers: within(from, until) });
          expect(plan.asked.filter(({ reasons: [reason] }) => reason !== "equal")).toEqual([]);
          return after({ known, ledger: { vouchers: within(from, until) } });
        }, []);
        const all = vouchers.filter((voucher) =>
          windows.some(([from, until]) => within(from, until).includes(voucher)),
        );
        expect(contents(books)).toEqual(contents(after({ known: [], ledger: { vouchers: all } })));
      },
    ),
  );
});

test("a later ledger, with all that it asks said yes to, is what the books then have", () => {
  fc.assert(
    fc.property(arbitraryNumbered, arbitraryNumbered, (stored, now) => {
      // One that was stored without words is known by the rest, and is left without them.
      const before = stored.map((voucher) => ({ ...voucher, text: voucher.text || "Hyra" }));
      // Both reach over all days and series, as one ledger's exports of one year do.
      const frame = ["A", "B"].flatMap((series) =>
        ["2012-12-31", "2013-12-31"].map((date) => ({
          ...{ series, number: "77", date, rows: [{ kronor: 1, objects: ["P9"] }] },
        })),
      );
      const known = after({
        known: [],
        ledger: { vouchers: [...frame, ...before] },
        answer: "all",
      });
      const ledger = { vouchers: [...frame, ...now] };
      const plan = planned(known, ledger);
      const books = takeAllButEqual({ known, plan });
      const kept = plan.asked.filter(({ reasons: [reason] }) => reason === "equal");
      const left = knownFrom(kept.flatMap(({ voucher }) => voucher ?? []));
      expect(contents([...books, ...left])).toEqual(contentsOf(ledger));
    }),
  );
});

function takeAllButEqual({ known, plan }: { known: KnownVoucher[]; plan: LedgerPlan }) {
  const replace = plan.asked.map(({ key }) => key);
  const { written, removed } = answered(plan, { take: [], replace });
  const gone = new Set(removed.map(({ known: old }) => old));
  return [...known.filter((each) => !gone.has(each)), ...knownFrom(written)];
}

test("a plain yes never takes anything away, and never doubles under another head", () => {
  const heads = fc.record({
    orgNumber: fc.constantFrom(null, "556000-0001", "212000-0134"),
    fiscalYears: fc.constantFrom<LedgerGiven["fiscalYears"]>(
      [["2013-01-01", "2013-12-31"]],
      [["2013-02-01", "2013-02-28"]],
    ),
  });
  fc.assert(
    fc.property(arbitraryVouchers, heads, fc.boolean(), (vouchers, head, isFilled) => {
      const known = after({ known: [], ledger: { vouchers } });
      const again = vouchers.map((voucher) => ({
        ...voucher,
        number: isFilled && voucher.number ? `00${voucher.number}` : voucher.number!,
      }));
      const books = after({ known, ledger: { ...head, vouchers: [...again, ...again] } });
      expect(contents(books)).toEqual(contents(known));
    }),
  );
});

test("a plain yes doubles nothing that was corrected in the ledger, whoever the file says it is of", () => {
  const heads = fc.constantFrom(
    { orgNumber: "212000-0134" },
    { orgNumber: null },
    { orgNumber: null, companyName: "" },
  );
  // All of another series, and some of other words, or those that were corrected so.
  const series = fc.record({ all: fc.constantFrom(null, "B"), isNumbered: fc.boolean() });
  const corrections = fc.array(
    fc.constantFrom<Partial<LedgerVoucherGiven>>(
      ...[{}, { text: "Rättad" }, { rows: [{ kronor: 7 }] }, { series: "" }, { number: "" }],
      ...[{ number: "99" }, { number: "99", text: "Rättad" }, { series: "B" }],
    ),
    { minLength: 3, maxLength: 3 },
  );
  fc.assert(
    fc.property(heads, heads, corrections, series, (before, now, made, { all, isNumbered }) => {
      const vouchers = ["2013-01-10", "2013-02-10", "2013-03-10"].map((date, index) => ({
        ...{ number: isNumbered ? `${index + 1}` : "", date, text: `Resa ${index}` },
        rows: [{ kronor: index + 10 }],
      }));
      const known = after({ known: [], ledger: { ...before, vouchers } });
      const corrected = vouchers.map((voucher, index) => {
        if (all === null) return { ...voucher, ...made[index] };
        return { ...voucher, series: all, text: made[index]?.text ?? voucher.text };
      });
      const frame = (all === null ? ["", "A"] : [all]).map((series) => ({
        ...{ series, number: "77", date: "2013-12-31", rows: [{ kronor: 1, objects: ["P9"] }] },
      }));
      const books = after({ known, ledger: { ...now, vouchers: [...corrected, ...frame] } });
      expect(contents(books)).toEqual(contents(known));
    }),
  );
});

test("each voucher of the file is in one place, and each that stands is met once", () => {
  fc.assert(
    fc.property(arbitraryVouchers, arbitraryVouchers, (before, now) => {
      const known = after({ known: [], ledger: { vouchers: before }, answer: "all" });
      const { added, same, asked, elsewhere } = planned(known, { vouchers: now });
      const placed = [
        ...[...added, ...same, ...elsewhere.map(({ voucher }) => voucher)],
        ...asked.flatMap(({ voucher }) => (voucher ? [voucher] : [])),
      ].filter(({ rows }) => rows.length > 0);
      const all = ledgerFacts({ vouchers: now }).vouchers.filter(({ rows }) => rows.length > 0);
      expect(placed.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort());
      const met = asked.flatMap(({ known: one, reasons: [reason] }) =>
        one && reason !== "equal" ? [one.id] : [],
      );
      expect(new Set(met).size).toBe(met.length);
    }),
  );
});
