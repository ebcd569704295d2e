import type { IsoDate } from "~/terms/day";

/** How a stretch stands: it never was, or it holds until the day before `endsBefore`. */
export type StretchEnd = { withdrawn: true } | { withdrawn: false; endsBefore: IsoDate | null };

/** A stretch that holds no longer from a day on. One that hasn't begun by then never was. */
export function endFrom(from: IsoDate, { startsOn }: { startsOn: IsoDate }): StretchEnd {
  return from <= startsOn ? { withdrawn: true } : { withdrawn: false, endsBefore: from };
}
