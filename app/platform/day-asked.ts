import { calendarDay, type IsoDate } from "~/terms/day";

/** The day that an address asks for with `?day=`; null for anything that is no day. */
export function dayAsked(url: URL): IsoDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(url.searchParams.get("day") ?? "");
  const [year = 0, month = 0, day = 0] = parts?.slice(1).map(Number) ?? [];
  return calendarDay({ year, month, day });
}
