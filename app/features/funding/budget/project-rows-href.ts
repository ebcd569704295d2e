import type { IsoDate } from "~/terms/day";

/** What rows of money are listed as, by the figures that they add up to. */
export type ListedMoney = "budget" | "plan" | "booked" | "left";

/** Which rows of a project's money: of a line, a payer or all of them; what they are listed as. */
export type ProjectRows = {
  /** The ids of lines, or the key of who pays. */
  under?: string | null;
  kind?: string;
  /** What counts from a day on, until the end of another. */
  from?: IsoDate | null;
  until?: IsoDate | null;
  page?: number;
};

/** Where the rows are listed that a figure of a project's money is made of. */
export function projectRowsHref(
  code: string,
  { under, kind, from, until, page }: ProjectRows,
): string {
  const asked = new URLSearchParams({
    ...(under && { under }),
    ...(from && { from }),
    ...(until && { until }),
    ...(kind && { kind }),
    ...(page && { page: String(page) }),
  });
  return `/projects/${code}/rows?${asked.toString()}`;
}
