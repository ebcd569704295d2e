import type { When } from "../days";

/** A project's budget and books. Budgets are in tkr, vouchers in kronor. */
export type MoneyStory = {
  /** The project in the ledger. */
  objectCode: string;
  /** The budget's periods: each ends where the next begins, the last at the last of these. */
  periods: When[];
  lines: LineStory[];
  /** What an own hour is worth in kronor, and from when. */
  hourRates: { from: When; kronor: number }[];
  /** As the ledger has them. The line follows from the account, as in an import. */
  vouchers: VoucherStory[];
  partnerHours: { partner: string; on: When; hours: number }[];
};

export type LineStory = {
  key: string;
  category: string;
  name: string;
  financing: "grant" | "cash" | "in_kind";
  accounts?: string;
  /** For each period. */
  tkr: number[];
  /** The day on which that was decided, and what was planned before. */
  changed?: { on: When; tkrBefore: number[] };
};

export type VoucherStory = {
  series: "A" | "L";
  on: When;
  /** `{month}` stands for the month it is booked in. */
  text: string;
  rows: [account: string, kronor: number][];
};
