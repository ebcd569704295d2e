import { costMaxKronor, courseMaxHours } from "~/features/training/records/training-limits";
import { parseTypedAmount, parseTypedDuration } from "~/formats/swedish-input";
import { minutesBetween } from "./clock-times";
import type { AmountUnit, LengthUnit } from "./heading-notes";

/** What bare numbers are counted in. */
export type Units = {
  /** The unit of a length of time without one, null for hours. */
  lengthsIn: LengthUnit | null;
  /** The unit of an amount without one, null for kronor. */
  amountsIn: AmountUnit | null;
};

/** A cell's length of time in minutes, by the unit that its heading says; null with a fault. */
export function readMinutes(
  text: string,
  { lengthsIn }: Pick<Units, "lengthsIn">,
  fault: (reason: "empty" | "hours" | "noHours" | "manyHours") => void,
): number | null {
  const bare = /^(\d{1,6})(?:[.,](\d+))?$/.exec(text);
  const count = bare && Number(`${bare[1]}.${bare[2] ?? "0"}`) / (lengthsIn === "s" ? 60 : 1);
  // No clock has parts of minutes: half of one is rounded up.
  const minutes = count && Math.floor(count + 0.5);
  const between = minutesBetween(text);
  if (between !== null) return between;
  const read = parseTypedDuration(lengthsIn && minutes !== null ? `${minutes} min` : text);
  if (!read.ok) {
    fault(read.reason === "empty" ? "empty" : read.reason === "too-large" ? "manyHours" : "hours");
    return null;
  }
  if (read.minutes === 0) fault("noHours");
  if (read.minutes > courseMaxHours * 60) fault("manyHours");
  return read.minutes;
}

/** A cell's cost in öre, by the unit that its heading says; null where it says none. */
export function readCost(
  text: string,
  { amountsIn }: Units,
  fault: (reason: "cost" | "largeCost") => void,
): number | null {
  if (text === "") return null;
  const unit = /^[\s\d.,]+$/.test(text) ? amountsIn : null;
  const isLarge = unit === "tkr" || unit === "mkr";
  const read = parseTypedAmount(isLarge ? `${text} ${unit}` : text);
  const amountOre = read.ok ? read.amountOre / (unit === "öre" ? 100 : 1) : -1;
  if (amountOre < 0 || !Number.isInteger(amountOre)) {
    fault("cost");
    return null;
  }
  if (amountOre > costMaxKronor * 100) fault("largeCost");
  return amountOre;
}
