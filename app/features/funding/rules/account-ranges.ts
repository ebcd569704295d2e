import type { IsoDate } from "~/terms/day";
import { covers, type Period } from "~/terms/period";

/** A line of the budget with the ledger accounts that belong to it, as "4010,6000-6999". */
export type LineWithAccounts = { id: string; accounts: string };

/**
 * The line that a ledger account's costs belong on: the narrowest range that holds the account,
 * the first line of several alike. Null where no line claims it: such costs are not yet placed.
 *
 * A range of four digits holds the accounts that divide its own further: 58101 and 5810-1 belong
 * to "5800-5899" (Kommun-Bas and many ledgers write five or six digits).
 */
export function lineOfAccount(lines: readonly LineWithAccounts[], account: string): string | null {
  const digits = /^\d+/.exec(account)?.[0];
  if (digits === undefined) return null;
  let best: { id: string; share: number } | null = null;
  for (const line of lines) {
    for (const range of rangesOf(line.accounts)) {
      if (holds(range, digits) && (!best || range.share < best.share)) {
        best = { id: line.id, share: range.share };
      }
    }
  }
  return best?.id ?? null;
}

/** A line with the periods that its budget is for, and when the grant that pays it was closed. */
export type PlannedLine = LineWithAccounts & {
  planned: readonly Period[];
  closedOn: IsoDate | null;
};

/**
 * The line that a cost belongs on by its account and its day in the books: of the lines that claim
 * the account, and of no grant that was closed before, one whose budget has the day before any
 * other.
 */
export function lineOfCost(
  lines: readonly PlannedLine[],
  { account, day }: { account: string; day: IsoDate },
): string | null {
  const open = lines.filter((line) => takesOn(line, day));
  const planned = open.filter((line) => line.planned.some((period) => covers(period, day)));
  return lineOfAccount(planned, account) ?? lineOfAccount(open, account);
}

/** Whether a line takes costs of a day: the grant that pays it was not closed before. */
export function takesOn({ closedOn }: Pick<PlannedLine, "closedOn">, day: IsoDate): boolean {
  return closedOn === null || closedOn >= day;
}

/** `share`: how much of all accounts of `length` digits the range takes. */
type Range = { first: number; last: number; length: number; share: number };

function rangesOf(accounts: string): Range[] {
  return accounts.split(",").flatMap((part) => {
    const [, from, to = from] = /^\s*(\d{1,9})\s*(?:[-–]\s*(\d{1,9}))?\s*$/.exec(part) ?? [];
    if (from === undefined || from.length !== to?.length) return [];
    const [first, last] = [Number(from), Number(to)];
    return [{ first, last, length: from.length, share: (last - first + 1) / 10 ** from.length }];
  });
}

function holds({ first, last, length }: Range, digits: string): boolean {
  const beginning = Number(digits.slice(0, length));
  return digits.length >= length && first <= beginning && beginning <= last;
}
