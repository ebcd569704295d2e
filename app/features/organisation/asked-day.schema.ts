import { parseTypedDate } from "~/formats/swedish-input";
import type { IsoDate } from "~/terms/day";

/** The past day that an address asks for with `?day=`; null for today, and for what is no such day. */
export function askedDay(url: URL, today: IsoDate): IsoDate | null {
  const read = parseTypedDate(url.searchParams.get("day") ?? "");
  return read.ok && read.date < today ? read.date : null;
}
