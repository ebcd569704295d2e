import type { IsoDate } from "~/terms/day";

/** What was applied for and granted, on which terms. Amounts are öre. */
export type Grant = {
  /** What it is called where it is named: two of one funder are told apart, see `grantTitles`. */
  title: string;
  funder: string;
  programme: string;
  funderRef: string | null;
  ownRef: string | null;
  appliedOn: IsoDate | null;
  appliedOre: number | null;
  grantedOn: IsoDate | null;
  grantedOre: number | null;
  closedOn: IsoDate | null;
  conditions: string;
};
