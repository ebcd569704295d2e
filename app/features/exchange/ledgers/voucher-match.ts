import { daysBetween } from "~/terms/day";
import { grouped } from "~/terms/grouped";
import { companyRelation } from "./company-relation";
import type { ExtractedVoucher } from "./extracted-voucher";
import { hasVanished, isOfGoneSeries, isReached, type ReachFacts } from "./file-reach";
import type { ComparedRow } from "./row-difference";
import { isAlike, mayBe, plainNumber } from "./voucher-likeness";

/** A voucher of the object that stands in Kaskad's books, of whichever project. */
export type KnownVoucher = {
  id: string;
  projectId: string;
  projectCode: string;
  organisation: string;
  series: string;
  number: string;
  date: string;
  text: string;
  /** `isInvoice`: a course has the row for its invoice. `isByHand`: somebody has placed it there. */
  rows: (ComparedRow & { isInvoice?: boolean; lineId?: string | null; isByHand?: boolean })[];
  sumOre: number;
  /** The day that the file was made which it came with; null where that isn't known. */
  generatedOn: string | null;
  /** Another has taken the place. */
  isReplaced?: boolean;
  /** Of the project, under another object than the one that is read in: its code. */
  otherObject?: string | null;
};

export type MatchFacts = ReachFacts & {
  vouchers: readonly ExtractedVoucher[];
  known: readonly KnownVoucher[];
  /** First day of the fiscal year that a day falls in. */
  yearOf: (day: string) => string;
};

/**
 * What a file's voucher is beside those that stand.
 * - `same`: company, series, number, day, text and rows are those of one that stands.
 * - `equal`: day, accounts and öre are, and it may be the same; see `isAlike`.
 * - `changed`: the day and the number are, or what else tells them apart from others of the day (see
 *   `dayLikenesses`), the rest isn't, and the file no longer has that, or has no such series any more.
 * - `moved`: the number or the amounts, and the text, are, and the file reaches over the old day
 *   without it; or the year's number of the company's series is, and what stands has vanished.
 * - `new`: anything else.
 *
 * Where it isn't sure that the two are one company's (see `companyRelation`), or one stands under
 * another object, they are no `same`.
 */
export type Match =
  | { kind: "new"; voucher: ExtractedVoucher }
  | { kind: "same" | "changed" | "moved"; voucher: ExtractedVoucher; known: KnownVoucher }
  | { kind: "equal"; voucher: ExtractedVoucher; known: KnownVoucher | null };

export type Matching = {
  /** One for each of the file's vouchers with rows, in its order, and for each emptied one. */
  matches: Match[];
  /** Those that stand, within what the file reaches over, without being in it. */
  vanished: KnownVoucher[];
};

/**
 * Compares a file's vouchers with those that stand. Each that stands belongs to one voucher of the
 * file at most (or, where two of a number were stored as one, to the vouchers that make it up), the
 * surest match first: a number alone proves nothing, since numbers begin again.
 */
export function matchVouchers(facts: MatchFacts): Matching {
  const found = new Map<ExtractedVoucher, Match>();
  const free = new Set(facts.known);
  const state = { ...facts, found, free };
  matchSame(state);
  matchStoredAsOne(state);
  matchEqual(state);
  matchChanged(state);
  matchMoved(state);
  const matches = facts.vouchers.flatMap((voucher): Match[] => {
    const match = found.get(voucher);
    if (match) return [match];
    return voucher.rows.length > 0 ? [{ kind: "new", voucher }] : [];
  });
  const vanished = [...free].filter((known) => !known.otherObject && hasVanished(known, facts));
  return { matches, vanished };
}

type State = MatchFacts & { found: Map<ExtractedVoucher, Match>; free: Set<KnownVoucher> };

function openVouchers({ vouchers, found }: State): ExtractedVoucher[] {
  return vouchers.filter((voucher) => voucher.rows.length > 0 && !found.has(voucher));
}

/** One that was stored without a text is known by the rest, once each has met its like. */
function matchSame(state: State): void {
  const byContent = queues(state.free, (known) => keyOf(headOf(known), known.text, rowsOf(known)));
  for (const textOf of [({ text }: ExtractedVoucher) => text, () => ""]) {
    for (const voucher of openVouchers(state)) {
      const known = byContent.next(keyOf(headOf(voucher), textOf(voucher), rowsOf(voucher)));
      if (known) settle(state, { kind: known.otherObject ? "equal" : "same", voucher, known });
    }
  }
}

function matchStoredAsOne(state: State): void {
  const open = grouped(openVouchers(state), dayAndNumberOf);
  for (const relation of ["same", "perhaps"] as const) {
    for (const known of state.free) {
      const others = open.get(dayAndNumberOf(known)) ?? [];
      const parts = partsOf(
        known,
        others.filter((each) => !state.found.has(each) && relationOf(each, known) === relation),
      );
      const kind = relation === "same" && !known.otherObject ? "same" : "equal";
      for (const voucher of parts) settle(state, { kind, voucher, known });
    }
  }
}

/** The vouchers that together have just the rows of one that stands; none where they don't. */
function partsOf(known: KnownVoucher, open: readonly ExtractedVoucher[]): ExtractedVoucher[] {
  if (open.length < 2) return [];
  const left = rowTexts(known.rows);
  const parts = open.filter(({ rows }) => takeAll(left, rowTexts(asCompared(rows))));
  return left.length === 0 && parts.length > 1 ? parts : [];
}

/** Takes the texts out of `left` where it has them all. */
function takeAll(left: string[], texts: readonly string[]): boolean {
  const rest = [...left];
  for (const text of texts) {
    const at = rest.indexOf(text);
    if (at === -1) return false;
    rest.splice(at, 1);
  }
  left.splice(0, left.length, ...rest);
  return true;
}

/** Beside one that stands, or one earlier in the file. */
function matchEqual(state: State): void {
  const standing = byLikeness<KnownVoucher>();
  const inFile = byLikeness<ExtractedVoucher>();
  for (const known of state.known) standing.add(known);
  for (const voucher of state.vouchers) {
    if (voucher.rows.length === 0) continue;
    if (!state.found.has(voucher)) {
      const known =
        standing.find(voucher, (each) => state.free.has(each)) ?? standing.find(voucher) ?? null;
      const isTwice = inFile.find(voucher) !== undefined;
      if (known || isTwice) settle(state, { kind: "equal", voucher, known });
    }
    inFile.add(voucher);
  }
}

type Likened = Head & { text: string; rows: ExtractedVoucher["rows"] | ComparedRow[] };

/** Vouchers by day and öre, and by number or words: those that `isAlike` would have to look at. */
function byLikeness<Item extends Likened>() {
  const items = new Map<string, Item[]>();
  const put = (key: string, item: Item) => {
    const others = items.get(key);
    if (others) others.push(item);
    else items.set(key, [item]);
  };
  return {
    add(item: Item): void {
      const isNumbered = item.number !== "";
      if (isNumbered) put(numberKey(item), item);
      put(wordsKey(item, isNumbered), item);
    },
    find(wanted: Likened, which: (item: Item) => boolean = () => true): Item | undefined {
      const other = wanted.number === "" ? wordsKey(wanted, true) : numberKey(wanted);
      const named = { ...wanted, words: wordsOf(wanted) };
      return [other, wordsKey(wanted, false)]
        .flatMap((key) => items.get(key) ?? [])
        .find((item) => which(item) && isAlike(named, { ...item, words: wordsOf(item) }));
    },
  };
}

function numberKey({ date, rows, number }: Likened): string {
  return keyOf(date, oreOf(rows), "number", plainNumber(number));
}

function wordsKey(item: Likened, isNumbered: boolean): string {
  return keyOf(item.date, oreOf(item.rows), "words", wordsOf(item), String(isNumbered));
}

function wordsOf(item: Likened): string {
  return keyOf(item.text, rowsOf(item));
}

/** Those that have rows before those that have none on the object any more, the surest first. */
function matchChanged(state: State): void {
  for (const likeness of dayLikenesses) {
    const within = [...state.free].filter((known) => likeness.isOf?.(known, state) ?? true);
    const waiting = grouped(within, likeness.keyOf);
    const emptied = state.vouchers.filter(
      (voucher) => voucher.rows.length === 0 && !state.found.has(voucher) && likeness.isByNumber,
    );
    for (const voucher of [...openVouchers(state), ...emptied]) {
      const known = waiting
        .get(likeness.keyOf(voucher))
        ?.find((each) => state.free.has(each) && likeness.fits(voucher, each));
      if (known) settle(state, { kind: "changed", voucher, known });
    }
  }
}

type DayLikeness = {
  /** A number isn't needed for it: then what stands has to be missing from what the file holds. */
  isOf?: (known: KnownVoucher, facts: ReachFacts) => boolean;
  isByNumber?: boolean;
  keyOf: (voucher: Likened) => string;
  fits: (voucher: ExtractedVoucher, known: KnownVoucher) => boolean;
};

/** What makes two vouchers of one day one that has changed, the surest first. */
const dayLikenesses: readonly DayLikeness[] = [
  {
    isByNumber: true,
    keyOf: (voucher) => keyOf(voucher.date, numberOf(voucher)),
    fits: (voucher, known) => voucher.number !== "" && relationOf(voucher, known) === "same",
  },
  {
    isByNumber: true,
    keyOf: (voucher) => keyOf(voucher.date, plainNumber(voucher.number)),
    fits: (voucher, known) =>
      voucher.number !== "" && mayBe(voucher.series, known.series) && isPerhaps(voucher, known),
  },
  {
    keyOf: ({ date, text, series }) => keyOf(date, text, series.toLowerCase()),
    fits: (voucher, known) => isNumberless(voucher, known) && isPerhaps(voucher, known),
  },
  {
    keyOf: ({ date, rows }) => keyOf(date, oreOf(rows)),
    fits: (voucher, known) => isNumberless(voucher, known) && isPerhaps(voucher, known),
  },
  {
    isOf: hasVanished,
    keyOf: ({ date, rows }) => keyOf(date, oreOf(rows)),
    fits: isPerhaps,
  },
  {
    isOf: isOfGoneSeries,
    keyOf: ({ date, rows }) => keyOf(date, oreOf(rows)),
    fits: (voucher, known) =>
      isPerhaps(voucher, known) &&
      (numberKey(voucher) === numberKey(known) || wordsOf(voucher) === wordsOf(known)),
  },
  {
    isOf: hasVanished,
    keyOf: ({ date, series }) => keyOf(date, series.toLowerCase()),
    fits: (voucher, known) => isNumberless(voucher, known) && isPerhaps(voucher, known),
  },
];

function isNumberless(voucher: Head, known: Head): boolean {
  return voucher.number === "" || known.number === "";
}

function isPerhaps(voucher: Head, known: Head): boolean {
  return relationOf(voucher, known) !== "another";
}

function relationOf(voucher: Head, known: Head) {
  return companyRelation(voucher.organisation, known.organisation);
}

/** A voucher that moves over the turn of a year moves no further: rents are alike every year. */
const mostDaysIntoYear = 31;

/** The same number before another one, the nearest day first. */
function matchMoved(state: State): void {
  const { yearOf } = state;
  const likenesses: { of: KnownVoucher[]; keyOf: (voucher: Likened) => string }[] = [
    {
      of: [...state.free].filter((known) => isReached(known, state)),
      keyOf: ({ date, text, number, rows }) =>
        keyOf(yearOf(date), text, plainNumber(number), rowsOf({ rows })),
    },
    {
      of: [...state.free].filter((known) => hasVanished(known, state)),
      keyOf: (voucher) => keyOf(voucher.text, oreOf(voucher.rows)),
    },
    {
      // A series has each number once a year: what has vanished was given another day and content.
      of: [...state.free].filter((known) => known.number !== "" && hasVanished(known, state)),
      keyOf: (voucher) => keyOf(yearOf(voucher.date), numberOf(voucher)),
    },
  ];
  for (const likeness of likenesses) {
    const waiting = grouped(likeness.of, likeness.keyOf);
    const pairs = openVouchers(state).flatMap((voucher) =>
      (waiting.get(likeness.keyOf(voucher)) ?? [])
        .filter((known) => isPerhaps(voucher, known) && mayBeSeries(voucher, known, state))
        .map((known) => ({
          ...{ voucher, known },
          daysApart: Math.abs(daysBetween(known.date, voucher.date)),
          isOfYear: yearOf(known.date) === yearOf(voucher.date),
        }))
        .filter(({ daysApart, isOfYear }) => isOfYear || daysApart <= mostDaysIntoYear),
    );
    for (const { voucher, known } of pairs.sort((a, b) => a.daysApart - b.daysApart)) {
      if (state.found.has(voucher) || !state.free.has(known)) continue;
      settle(state, { kind: "moved", voucher, known });
    }
  }
}

function settle({ found, free }: State, match: Match): void {
  found.set(match.voucher, match);
  if (match.kind !== "new" && match.known) free.delete(match.known);
}

/** A series that the file doesn't have may be called otherwise now. */
function mayBeSeries(voucher: Head, known: KnownVoucher, facts: MatchFacts): boolean {
  return mayBe(voucher.series, known.series) || isOfGoneSeries(known, facts);
}

type Head = Pick<KnownVoucher, "organisation" | "series" | "number" | "date">;

function headOf({ organisation, series, number, date }: Head): string {
  return keyOf(organisation, series, number, date);
}

function numberOf({ organisation, series, number }: Head): string {
  return keyOf(organisation, series, plainNumber(number));
}

function dayAndNumberOf({ series, number, date }: Head): string {
  return keyOf(series, number, date);
}

function rowsOf({ rows }: { rows: ExtractedVoucher["rows"] | ComparedRow[] }): string {
  return keyOf(...rowTexts(asCompared(rows)));
}

function asCompared(rows: ExtractedVoucher["rows"] | ComparedRow[]): ComparedRow[] {
  return rows.map((row) => ("costText" in row ? { ...row, text: row.costText } : row));
}

/** The order of the rows is the exporting program's own affair. */
function rowTexts(rows: readonly ComparedRow[]): string[] {
  return rows.map(({ account, amountOre, text }) => keyOf(account, amountOre, text)).sort();
}

function oreOf(rows: readonly Pick<ComparedRow, "account" | "amountOre">[]): string {
  return keyOf(...rows.map(({ account, amountOre }) => keyOf(account, amountOre)).sort());
}

function keyOf(...parts: (string | number)[]): string {
  return JSON.stringify(parts);
}

/** Hands each item out once, in order, to whoever asks for its key. */
function queues<Item>(items: Iterable<Item>, key: (item: Item) => string) {
  const waiting = grouped(items, key);
  return { next: (wanted: string): Item | undefined => waiting.get(wanted)?.shift() };
}
