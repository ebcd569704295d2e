/** A line of the budget with the ledger accounts that belong to it, as "4010,6000-6999". */
export type LineWithAccounts = { id: string; accounts: string };

/**
 * The line that a ledger account's costs belong on: the narrowest range that holds the account,
 * the first line of several alike. Null where no line claims it: such costs are not yet placed.
 */
export function lineOfAccount(lines: readonly LineWithAccounts[], account: string): string | null {
  const number = Number(account);
  if (!Number.isInteger(number)) return null;
  let best: { id: string; width: number } | null = null;
  for (const line of lines) {
    for (const [first, last] of rangesOf(line.accounts)) {
      const width = last - first;
      if (first <= number && number <= last && (!best || width < best.width)) {
        best = { id: line.id, width };
      }
    }
  }
  return best?.id ?? null;
}

function rangesOf(accounts: string): [number, number][] {
  return accounts
    .split(",")
    .map((part) => /^\s*(\d{1,6})\s*(?:-\s*(\d{1,6}))?\s*$/.exec(part))
    .filter((match) => match !== null)
    .map((match) => [Number(match[1]), Number(match[2] ?? match[1])]);
}
