import type { IsoDate } from "~/terms/day";

/** What asks for the form of another day: with the course that is logged anew, where one is. */
export function ofDay(day: IsoDate, from: string | null | undefined): string {
  return `?${new URLSearchParams({ ...(from && { from }), day }).toString()}`;
}
