import type { IsoDate } from "~/terms/day";

const stockholm = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

/** The day it is in Sweden at an instant. */
export function todayInStockholm(now: Date = new Date()): IsoDate {
  return stockholm.format(now);
}
