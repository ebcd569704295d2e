import type { IsoDate } from "~/terms/day";

/** What an own hour is worth from a day until the day before `endsBefore`; null: no end is known. */
export type RateStretch = {
  /** Null for one that is not stored yet. */
  id: string | null;
  validFrom: IsoDate;
  endsBefore: IsoDate | null;
  rateOre: number;
};

/** A rate entered (`id` null) or changed; without one, the rate of the id is taken out. */
export type RateChange = {
  id: string | null;
  rate: Pick<RateStretch, "validFrom" | "rateOre"> | null;
};

/**
 * A project's rates after a change, by their days: each holds until the next begins. What has
 * another beginning or amount than before is a new rate; the one it was is gone.
 */
export function changeRates(
  rates: readonly RateStretch[],
  { id, rate }: RateChange,
): RateStretch[] {
  const changed = rates.find((each) => id !== null && each.id === id);
  const isSame = changed?.validFrom === rate?.validFrom && changed?.rateOre === rate?.rateOre;
  const entered = rate && { ...rate, id: isSame ? id : null, endsBefore: null };
  return [...rates.filter((each) => each !== changed), ...(entered ? [entered] : [])]
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .map((each, index, all) => ({ ...each, endsBefore: all[index + 1]?.validFrom ?? null }));
}
