import fc from "fast-check";
import { expect, test } from "vitest";
import { answered } from "~/features/exchange/ledgers/ledger-answers";
import { planLedgerImport, type LedgerPlan } from "~/features/exchange/ledgers/ledger-plan";
import type { ExtractedVoucher } from "~/features/exchange/ledgers/extracted-voucher";
import type { ReplacedCost } from "~/features/exchange/ledgers/indirect-twins";
import type { LoggedCost, LoggedTwin } from "~/features/exchange/ledgers/logged-twins";
import { bestTwins, chosenTwins } from "~/features/exchange/ledgers/twin-choice";
import type { KnownVoucher } from "~/features/exchange/ledgers/voucher-match";
import { knownFrom } from "../../factories/known-vouchers";
import { ledgerFacts } from "../../factories/ledger-facts";

type Invoice = { percent: number; amountOre: number; parts: number; day: number; joins: boolean };

/** Amounts that meet each other with and without VAT, and as rows of others. */
const invoices = fc.array(
  fc.record<Invoice>({
    percent: fc.constantFrom(0, 6, 12, 25),
    amountOre: fc.constantFrom(100_000, 106_000, 112_000, 125_000, 250_000, 80_000, 133_300),
    parts: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: 1, max: 28 }),
    joins: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

type Books = { known: KnownVoucher[]; logged: LoggedCost[]; replaced: ReplacedCost[] };

/** Each course's logged cost, and a ledger whose vouchers are their invoices: one, or two on one. */
function given(of: readonly Invoice[]) {
  const vouchers: ExtractedVoucher[] = [];
  const courses = new Map<string, number>();
  const invoiceOf = new Map<string, string>();
  const template = ledgerFacts({ vouchers: [{ number: "1", rows: [{ kronor: 1 }] }] }).vouchers[0]!;
  for (const [index, { percent, amountOre, parts, day, joins }] of of.entries()) {
    const grossOre = Math.round((amountOre * (100 + percent)) / 100);
    const last = vouchers.at(-1);
    const isJoined = joins && last !== undefined;
    const each = isJoined ? [grossOre] : split(grossOre, parts);
    const rows = each.map((ore) => ({ ...template.rows[0]!, amountOre: ore }));
    if (isJoined && last.rows.length === 1) {
      invoiceOf.set(`c${index}`, last.key);
      last.rows.push(...rows);
      last.sumOre += grossOre;
      courses.set(last.key, 2);
      continue;
    }
    const date = `2013-05-${String(day).padStart(2, "0")}`;
    const key = `v${index}`;
    vouchers.push({ ...template, key, number: `${index}`, date, rows, sumOre: grossOre });
    courses.set(key, 1);
    invoiceOf.set(`c${index}`, key);
  }
  const logged = of.map(({ amountOre, day }, index) => ({
    ...{ id: `c${index}`, text: `Kurs ${index}`, amountOre },
    bookedOn: `2013-04-${String(day).padStart(2, "0")}`,
  }));
  return { vouchers, courses, invoiceOf, logged };
}

function split(ore: number, parts: number): number[] {
  const part = Math.floor(ore / parts);
  return Array.from({ length: parts }, (_, index) =>
    index === 0 ? ore - part * (parts - 1) : part,
  );
}

function planned(books: Books, vouchers: readonly ExtractedVoucher[]): LedgerPlan {
  return planLedgerImport(ledgerFacts({ vouchers: [] }, { ...books, vouchers }));
}

/** The books after an import in which these pairs are said yes to. */
function after(books: Books, plan: LedgerPlan, names: readonly string[]): Books {
  const twins = chosenTwins(plan.twins, names);
  if (twins === null) return books;
  const { written } = answered(plan, { take: [], replace: [] }, twins);
  const known = [...books.known];
  const idOf = new Map<string, string>();
  for (const voucher of written) {
    const [stored] = knownFrom([voucher]);
    known.push(stored!);
    idOf.set(voucher.key, stored!.id);
  }
  for (const each of books.known) idOf.set(each.id, each.id);
  const done = twins.filter(({ voucher }) => idOf.has(voucher.key));
  const replaced = done.map(({ cost, voucher }) => ({
    ...cost,
    voucherId: idOf.get(voucher.key)!,
  }));
  const invoiceRows = new Map(
    done.map(({ voucher, rows }) => [idOf.get(voucher.key)!, rows] as const),
  );
  for (const { voucher, rows } of done) {
    const id = idOf.get(voucher.key)!;
    invoiceRows.set(id, [...(invoiceRows.get(id) ?? []), ...rows]);
  }
  return {
    known: known.map((each) => ({
      ...each,
      rows: each.rows.map((row, place) =>
        invoiceRows.get(each.id)?.includes(place) ? { ...row, isInvoice: true } : row,
      ),
    })),
    logged: books.logged.filter((cost) => !done.some((pair) => pair.cost === cost)),
    replaced: [...books.replaced, ...replaced],
  };
}

function sumOf({ known, logged }: Books): number {
  return [...known.map(({ sumOre }) => sumOre), ...logged.map(({ amountOre }) => amountOre)].reduce(
    (sum, ore) => sum + ore,
    0,
  );
}

test("with every pair that can be, each invoice counts once: the sum is the ledger's", () => {
  fc.assert(
    fc.property(invoices, (of) => {
      const { vouchers, logged } = given(of);
      const books = { known: [], logged, replaced: [] };
      const plan = planned(books, vouchers);
      const done = after(books, plan, bestTwins(plan));
      expect(done.logged).toEqual([]);
      expect(sumOf(done)).toBe(vouchers.reduce((sum, { sumOre }) => sum + sumOre, 0));
    }),
    { numRuns: 200 },
  );
});

test("whatever is answered, in whatever files, a course counts as one invoice or as what was logged", () => {
  fc.assert(
    fc.property(
      invoices,
      fc.array(
        fc.record({
          pairs: fc.option(fc.array(fc.nat(60), { maxLength: 3 })),
          until: fc.integer({ min: 1, max: 28 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      (of, imports) => {
        const { vouchers, courses, invoiceOf, logged } = given(of);
        // Two courses' invoice that is to the öre another course's of before its own has come can be
        // told from that one by nobody.
        const shared = vouchers.filter(({ key }) => courses.get(key) === 2);
        const isOneCourses = (sumOre: number) =>
          logged.some(({ amountOre }) =>
            [100, 106, 112, 125].some((percent) => amountOre * percent === sumOre * 100),
          );
        fc.pre(!shared.some(({ sumOre }) => isOneCourses(sumOre)));
        let books: Books = { known: [], logged, replaced: [] };
        for (const { pairs, until } of imports) {
          const within = vouchers.filter(({ date }) => Number(date.slice(8)) <= until);
          const plan = planned(books, within);
          // Who says that one course's whole invoice is two others' is believed, and who says that
          // another's is that of a course which shares one: nothing else then asks for its row.
          const isBelieved = ({ voucher, places }: LoggedTwin) =>
            voucher.rows.length > 1 && places.some(({ rank }) => rank < 2);
          const isOfAnother = ({ cost, voucher }: LoggedTwin) => {
            const own = invoiceOf.get(cost.id) ?? "";
            return own !== voucher.key && courses.get(own) === 2;
          };
          const possible = plan.twins
            .filter((twin) => courses.get(twin.voucher.key) !== 2 || !isBelieved(twin))
            .filter((twin) => !isOfAnother(twin));
          const names =
            pairs === null
              ? bestTwins(plan)
              : pairs.flatMap((at) => {
                  const twin = possible[at % Math.max(1, possible.length)];
                  return twin ? [`${twin.cost.id}:${twin.voucher.key}`] : [];
                });
          books = after(books, plan, names);
          const invoiced = books.known.map(({ number }) => courses.get(`v${number}`) ?? 0);
          const counted = invoiced.reduce((sum, each) => sum + each, books.logged.length);
          expect(counted).toBeLessThanOrEqual(of.length);
        }
      },
    ),
    { numRuns: 100 },
  );
});
