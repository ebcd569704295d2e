/**
 * What a ledger's file may have, by the problem of one that has more: no program writes such a
 * file, and to read it on would fill the memory or take the square of its length.
 */
export const sieLimits = {
  /** Characters. */
  "line-too-long": 100_000,
  /** Of all that are read: vouchers, rows, accounts, objects … */
  "too-many-items": 1_000_000,
  "too-many-fiscal-years": 100,
} as const;

/** How much of a file is read on; less than usual where a test says so. */
export type SieLimits = Record<keyof typeof sieLimits, number>;

/** The limit that a problem is about; null for the many that are about none. */
export function limitOfProblem(code: string): number | null {
  return new Map<string, number>(Object.entries(sieLimits)).get(code) ?? null;
}
