import fc from "fast-check";
import { expect, test } from "vitest";
import { clockPart, clockRows, clockSums, type ClockRow } from "~/features/reports/rules/clock";

type Row = ClockRow & { key: string | null; ore: number };

const row = (given: Partial<Row> & { id: string }): Row => ({
  key: "line",
  happenedOn: "2013-03-01",
  origin: null,
  ore: 100,
  ...given,
});

function columnsOf(base: Row[], now: Row[], key: string | null = "line") {
  const rows = clockRows({ base, now, startsOn: "2013-07-01" });
  const ofKey = clockPart(rows, (each) => each.key === key);
  return clockSums(ofKey, ({ ore }) => ore);
}

test("what the base said stays, and what is otherwise now stands beside it", () => {
  const base = [row({ id: "kept" }), row({ id: "mended" }), row({ id: "withdrawn", ore: 30 })];
  const now = [row({ id: "kept" }), row({ id: "mended", ore: 70 })];
  expect(columnsOf(base, now)).toEqual({ previous: 230, changed: -60, thisPeriod: 0, late: 0 });
});

test("what wasn't in the base is of this period, late where it happened before its first day", () => {
  const now = [
    row({ id: "forgotten", happenedOn: "2013-06-30", ore: 1 }),
    row({ id: "first day", happenedOn: "2013-07-01", ore: 2 }),
  ];
  expect(columnsOf([], now)).toEqual({ previous: 0, changed: 0, thisPeriod: 3, late: 1 });
});

test("what took a row's place is a change of it, and only one row does", () => {
  const base = [row({ id: "logged", origin: "course 1" })];
  const invoice = row({ id: "invoice", origin: "course 1", ore: 125, happenedOn: "2013-08-01" });
  const second = row({ id: "second", origin: "course 1", ore: 7, happenedOn: "2013-08-02" });
  expect(columnsOf(base, [invoice, second])).toEqual({
    ...{ previous: 100, changed: 25, thisPeriod: 7, late: 0 },
  });
  expect(columnsOf(base, [...base, invoice])).toMatchObject({ changed: 0, thisPeriod: 125 });
});

test("whom a correction names instead of another takes that one's place, and nobody else does", () => {
  const of = (person: string) => ({ origin: `held ${person}`, occasion: "held" });
  const base = [row({ id: "by Elin", ...of("Elin") }), row({ id: "by Åsa", ...of("Åsa") })];
  const now = [
    row({ id: "by Åsa anew", ...of("Åsa") }),
    row({ id: "by Sofia", ...of("Sofia"), ore: 90 }),
    row({ id: "by Omar", ...of("Omar"), ore: 7 }),
  ];
  expect(columnsOf(base, now)).toEqual({ previous: 200, changed: -10, thisPeriod: 7, late: 7 });
});

test("the rows of one voucher take a place together", () => {
  const base = [row({ id: "logged", origin: "course 1" })];
  const invoice = { origin: "course 1", together: "A 12", happenedOn: "2013-06-01" };
  const now = [
    row({ ...invoice, id: "fee", ore: 90 }),
    row({ ...invoice, id: "books", ore: 10 }),
    row({ ...invoice, id: "later", together: "A 99", ore: 5 }),
  ];
  expect(columnsOf(base, now)).toEqual({ previous: 100, changed: 0, thisPeriod: 5, late: 5 });
});

test("what is late is told of its own line alone", () => {
  const now = [row({ id: "a", ore: 1 }), row({ id: "b", key: "other", ore: 2 })];
  expect(columnsOf([], now)).toMatchObject({ thisPeriod: 1, late: 1 });
  expect(columnsOf([], now, "other")).toMatchObject({ thisPeriod: 2, late: 2 });
});

test("what was moved to another line is gone from the one and has come to the other", () => {
  const [base, now] = [[row({ id: "a" })], [row({ id: "a", key: "other" })]];
  expect(columnsOf(base, now)).toEqual({ previous: 100, changed: -100, thisPeriod: 0, late: 0 });
  expect(columnsOf(base, now, "other")).toMatchObject({ previous: 0, changed: 100, thisPeriod: 0 });
});

const someRow = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  key: fc.constantFrom("line", "other", null),
  happenedOn: fc.constantFrom("2013-06-30", "2013-07-01"),
  origin: fc.constantFrom("x", "y", null),
  occasion: fc.constantFrom("o", null),
  ore: fc.integer({ min: -50, max: 50 }),
});
const someRows = fc.uniqueArray(someRow, { selector: ({ id }) => id });

test("previous, changed and this period are what has accumulated, under every key", () => {
  fc.assert(
    fc.property(someRows, someRows, (base, now) => {
      for (const key of ["line", "other", null]) {
        const { previous, changed, thisPeriod } = columnsOf(base, now, key);
        const accumulated = now.reduce((sum, each) => (each.key === key ? sum + each.ore : sum), 0);
        expect(previous + changed + thisPeriod).toBe(accumulated);
      }
    }),
  );
});
