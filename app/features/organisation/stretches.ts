import { earlierDay, laterDay, dayBounds, type IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";

/** Where somebody works from a day until the day before `endsBefore`; null: no end is known. */
export type Stretch = {
  /** Null for one that is not stored yet. */
  id: string | null;
  unitId: string;
  jobTitle: string;
  /** Of full time, in per cent. */
  share: number;
  startsOn: IsoDate;
  endsBefore: IsoDate | null;
};

/** The day from which a change of a stretch holds unless somebody says otherwise. */
export function changeDay(stretch: Stretch, today: IsoDate): IsoDate {
  return covers(stretch, today) ? today : stretch.startsOn;
}

/** The stretches of one employment: those that follow each other without a gap around one of them. */
export function employmentAround(stretches: readonly Stretch[], home: Stretch): Stretch[] {
  const employment = new Set([home]);
  const touches = (a: Stretch, b: Stretch) =>
    a.startsOn <= (b.endsBefore ?? a.startsOn) && b.startsOn <= (a.endsBefore ?? b.startsOn);
  let size = 0;
  while (size < employment.size) {
    size = employment.size;
    for (const stretch of stretches) {
      if ([...employment].some((other) => touches(stretch, other))) employment.add(stretch);
    }
  }
  return stretches.filter((stretch) => employment.has(stretch));
}

/** The first day of an employment, and the first day after it; null where no end is known. */
export type Bounds = { joinedOn: IsoDate; leftOn: IsoDate | null };

export function boundsOf(employment: readonly Stretch[]): Bounds {
  const ends = employment.map(({ endsBefore }) => endsBefore);
  return {
    joinedOn: employment.map(({ startsOn }) => startsOn).reduce(earlierDay),
    leftOn: ends.reduce((a, b) => (a === null || b === null ? null : laterDay(a, b))),
  };
}

/**
 * The stretch that somebody is named with on a day: one of the day; else the next to begin; else the
 * last to end. Of several the largest share. As `home_of` chooses among all of them.
 */
export function homeAmong(stretches: readonly Stretch[], day: IsoDate): Stretch | undefined {
  const running = stretches.filter((stretch) => covers(stretch, day));
  const coming = stretches.filter(({ startsOn }) => startsOn > day);
  const next = coming.map(({ startsOn }) => startsOn).reduce(earlierDay, dayBounds.last);
  const last = stretches.map(({ endsBefore }) => endsBefore ?? "").reduce(laterDay, "");
  const choices = [
    running,
    coming.filter(({ startsOn }) => startsOn === next),
    stretches.filter(({ endsBefore }) => endsBefore === last),
  ];
  return choices.find(({ length }) => length > 0)?.reduce(larger);
}

function larger(a: Stretch, b: Stretch): Stretch {
  if (a.share !== b.share) return a.share > b.share ? a : b;
  if (a.startsOn !== b.startsOn) return a.startsOn > b.startsOn ? a : b;
  return (a.id ?? "") < (b.id ?? "") ? a : b;
}

/** An employment's bounds as a stretch would have them. */
export function daysOf({ joinedOn, leftOn }: Bounds): Pick<Stretch, "startsOn" | "endsBefore"> {
  return { startsOn: joinedOn, endsBefore: leftOn };
}

type Place = Pick<Stretch, "unitId" | "jobTitle" | "share">;

/** One stretch with another unit, title or share from a day on; from its first day corrected. */
export function replaced(stretch: Stretch, place: Place, from: IsoDate): Stretch[] {
  if (isSamePlace(stretch, place)) return [stretch];
  if (from <= stretch.startsOn) return [{ ...stretch, ...place, id: null }];
  return [
    { ...stretch, endsBefore: from },
    { ...stretch, ...place, id: null, startsOn: from },
  ];
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.unitId === b.unitId && a.jobTitle === b.jobTitle && a.share === b.share;
}
