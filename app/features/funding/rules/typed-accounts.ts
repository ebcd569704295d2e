/** Ledger accounts as somebody types them, in the form that `lineOfAccount` reads, or what is wrong. */
export type TypedAccounts =
  | { ok: true; accounts: string }
  /** `part` is the piece that can't be read, or that runs backwards. */
  | { ok: false; part: string };

/**
 * Reads "5000 - 5999, 6100" as "5000-5999,6100". Accounts have 3 to 9 digits; both ends of a range
 * have the same number of them.
 */
export function readAccounts(typed: string): TypedAccounts {
  const parts = typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const accounts: string[] = [];
  for (const part of parts) {
    const [, first, last = first] = /^(\d{3,9})(?:\s*[-–]\s*(\d{3,9}))?$/.exec(part) ?? [];
    if (first === undefined || last === undefined) return { ok: false, part };
    if (first.length !== last.length || last < first) return { ok: false, part };
    accounts.push(first === last ? first : `${first}-${last}`);
  }
  return { ok: true, accounts: accounts.join(",") };
}

/**
 * The accounts that two lists have in common, as the first such range of `accounts`; null where
 * they have none. Four digits hold the accounts that divide them further: 58101 is in "5800-5899".
 */
export function sharedAccounts(accounts: string, others: string): string | null {
  const theirs = rangesOf(others);
  const shared = rangesOf(accounts).find((range) =>
    theirs.some((other) => range.first < other.endsBefore && other.first < range.endsBefore),
  );
  return shared?.text ?? null;
}

/** The first range of a list that meets one before it in the same list. */
export function repeatedAccounts(accounts: string): string | null {
  const parts = accounts.split(",").filter(Boolean);
  const repeated = parts.find((part, index) =>
    parts.slice(0, index).some((earlier) => sharedAccounts(part, earlier) !== null),
  );
  return repeated ?? null;
}

const digits = 9;

/** Half-open, in accounts of nine digits. */
function rangesOf(accounts: string) {
  return accounts
    .split(",")
    .filter(Boolean)
    .map((text) => {
      const [first = "", last = first] = text.split("-");
      const finer = 10 ** (digits - first.length);
      return { text, first: Number(first) * finer, endsBefore: (Number(last) + 1) * finer };
    });
}
