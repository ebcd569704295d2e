import { createHash } from "node:crypto";
import type { IsoDate } from "~/terms/day";
import { ownHoursAmountOre } from "./own-hours-amount";

/** Own hours that are booked at another rate than the one of their day. */
export type TouchedHours = {
  id: string;
  workedOn: IsoDate;
  minutes: number;
  /** Of an hour, as booked. */
  rateOre: number;
  amountOre: number;
  /** Of an hour, as it is on the day now. */
  newRateOre: number;
};

/** The rows of one rate that another takes the place of, summed. */
export type RebookedStretch = {
  firstDay: IsoDate;
  lastDay: IsoDate;
  rateOre: number;
  newRateOre: number;
  rowCount: number;
  minutes: number;
  beforeOre: number;
  afterOre: number;
};

export type RebookedSums = Omit<RebookedStretch, "rateOre" | "newRateOre">;

/** What the hours are worth at their new rate: each row is rounded by itself. */
export function newAmountOre({ minutes, newRateOre: rateOre }: TouchedHours): number {
  return ownHoursAmountOre({ minutes, rateOre });
}

/** What booking them anew changes, by the rates before and after, in the order of the days. */
export function rebookedStretches(rows: readonly TouchedHours[]): RebookedStretch[] {
  const byRates = new Map<string, TouchedHours[]>();
  for (const row of rows) {
    const key = `${row.rateOre} ${row.newRateOre}`;
    byRates.set(key, [...(byRates.get(key) ?? []), row]);
  }
  return [...byRates.values()]
    .flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const { rateOre, newRateOre } = first;
      return [{ rateOre, newRateOre, ...rebookedSums(some) }];
    })
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
}

/** All of them together; there is at least one. */
export function rebookedSums(rows: readonly TouchedHours[]): RebookedSums {
  const days = rows.map(({ workedOn }) => workedOn).sort();
  const sum = (of: (row: TouchedHours) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    firstDay: days.at(0) ?? "",
    lastDay: days.at(-1) ?? "",
    rowCount: rows.length,
    minutes: sum(({ minutes }) => minutes),
    beforeOre: sum(({ amountOre }) => amountOre),
    afterOre: sum(newAmountOre),
  };
}

/** A mark of what would be booked anew: a person who has seen it agrees to nothing else. */
export function rebookingMark(rows: readonly TouchedHours[]): string {
  const booked = rows.map(({ id, newRateOre }) => `${id} ${newRateOre}`).sort();
  return createHash("sha256").update(booked.join("\n")).digest("hex");
}
