import type { LoggedCost, LoggedTwin, TwinPlace, TwinVoucher } from "./logged-twins";

/** A logged cost in one place of a voucher, or with one part of it (counted from 1) where it shares it. */
export type ChosenTwin = TwinPlace & { cost: LoggedCost; voucher: TwinVoucher; part?: number };

/**
 * A place for each logged cost, no row in two: as many costs as can have one get theirs, a surer
 * place before a less sure one and the nearest in time first. Whoever stands where another has to be
 * moves over where it can (a matching by augmenting paths).
 */
export function assignTwins(twins: readonly LoggedTwin[]): ChosenTwin[] {
  const choices = new Map<LoggedCost, ChosenTwin[]>();
  for (const { cost, voucher, places } of twins) {
    const more = places.map((place) => ({ cost, voucher, ...place }));
    choices.set(cost, [...(choices.get(cost) ?? []), ...more]);
  }
  const all = [...choices.values()].flat().sort((a, b) => a.rank - b.rank);
  const seats = seating();
  for (const most of new Set(all.map(({ rank }) => rank))) {
    for (const choice of all) {
      const isOpen = choice.rank === most && !seats.of(choice.cost);
      if (isOpen && seats.holders(choice).length === 0) seats.put(choice.cost, choice);
    }
    let tried = new Set<ChosenTwin>();
    for (const cost of choices.keys()) {
      if (seats.of(cost)) continue;
      if (seatAnew(cost, { seats, choices, most, tried })) tried = new Set();
    }
  }
  return [...choices.keys()].flatMap((cost) => seats.of(cost) ?? []);
}

type Search = {
  seats: ReturnType<typeof seating>;
  choices: ReadonlyMap<LoggedCost, readonly ChosenTwin[]>;
  /** No place is less sure. */
  most: number;
  /** What leads nowhere as long as nobody has moved. */
  tried: Set<ChosenTwin>;
};

function seatAnew(cost: LoggedCost, search: Search): boolean {
  const { seats, choices, most, tried } = search;
  return (choices.get(cost) ?? []).some((choice) => {
    if (choice.rank > most || tried.has(choice) || seats.isKept(choice)) return false;
    tried.add(choice);
    const before = seats.mark();
    const others = seats.holders(choice);
    for (const other of others) seats.put(other, undefined);
    seats.put(cost, choice);
    const isDone = seats.keeping(choice, () => others.every((other) => seatAnew(other, search)));
    if (!isDone) seats.backTo(before);
    return isDone;
  });
}

/** Which cost has which rows, with a way back. */
function seating() {
  const byCost = new Map<LoggedCost, ChosenTwin>();
  const byRow = new Map<string, LoggedCost>();
  const kept = new Set<string>();
  const trail: { cost: LoggedCost; was: ChosenTwin | undefined }[] = [];
  const place = (cost: LoggedCost, choice: ChosenTwin | undefined) => {
    const was = byCost.get(cost);
    for (const row of was ? rowKeys(was) : []) if (byRow.get(row) === cost) byRow.delete(row);
    for (const row of choice ? rowKeys(choice) : []) byRow.set(row, cost);
    if (choice) byCost.set(cost, choice);
    else byCost.delete(cost);
  };
  return {
    of: (cost: LoggedCost) => byCost.get(cost),
    holders: (choice: ChosenTwin) => [
      ...new Set(rowKeys(choice).flatMap((row) => byRow.get(row) ?? [])),
    ],
    put(cost: LoggedCost, choice: ChosenTwin | undefined): void {
      trail.push({ cost, was: byCost.get(cost) });
      place(cost, choice);
    },
    mark: () => trail.length,
    backTo(mark: number): void {
      for (const { cost, was } of trail.splice(mark).reverse()) place(cost, was);
    },
    isKept: (choice: ChosenTwin) => rowKeys(choice).some((row) => kept.has(row)),
    /** Nobody else gets the choice's rows meanwhile. */
    keeping(choice: ChosenTwin, act: () => boolean): boolean {
      for (const row of rowKeys(choice)) kept.add(row);
      const isDone = act();
      for (const row of rowKeys(choice)) kept.delete(row);
      return isDone;
    },
  };
}

function rowKeys({ voucher, rows }: ChosenTwin): string[] {
  return rows.map((row) => `${voucher.key} ${row}`);
}
