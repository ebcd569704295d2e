import type { IsoDate } from "~/terms/day";

/** What a grant gave, and what the lines that it pays have spent, in öre. */
export type GrantUse = {
  grantId: string;
  /** What it is called, see `grantTitles`. */
  title: string;
  /** Null until it is granted. */
  grantedOre: number | null;
  spentOre: number;
  /** What has not been used: it is paid back if it stays so. Null until the grant is granted. */
  remainingOre: number | null;
  /** Spent ÷ granted; null until it is granted. */
  share: number | null;
};

type Grant = {
  id: string;
  title: string;
  grantedOn: IsoDate | null;
  grantedOre: number | null;
};

/**
 * Each grant against its own lines until the end of `asOf`: what is spent of one is never measured
 * against another. An amount without a day is granted since always.
 */
export function grantUseOf({
  grants,
  lines,
  asOf,
}: {
  grants: readonly Grant[];
  lines: readonly { grantId: string | null; accumulatedOre: number }[];
  asOf: IsoDate;
}): GrantUse[] {
  return grants.map(({ id: grantId, title, grantedOn, grantedOre: amountOre }) => {
    const spentOre = lines
      .filter((line) => line.grantId === grantId)
      .reduce((sum, { accumulatedOre }) => sum + accumulatedOre, 0);
    const isGranted = amountOre !== null && (grantedOn === null || grantedOn <= asOf);
    if (!isGranted) return { ...{ grantId, title, spentOre }, ...notGranted };
    return {
      ...{ grantId, title, grantedOre: amountOre, spentOre },
      remainingOre: amountOre - spentOre,
      share: amountOre === 0 ? null : spentOre / amountOre,
    };
  });
}

const notGranted = { grantedOre: null, remainingOre: null, share: null };
