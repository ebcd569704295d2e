import type { IsoDate } from "~/terms/day";
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

/** What a person's form says of the stretch that it shows and of the employment around it. */
export type ChangedPlace = Pick<Stretch, "unitId" | "jobTitle" | "share"> & {
  /** From which day another unit, title or share holds. */
  from: IsoDate;
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
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
export function boundsOf(employment: readonly Stretch[]): {
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
} {
  const ends = employment.map(({ endsBefore }) => endsBefore);
  return {
    joinedOn: employment.map(({ startsOn }) => startsOn).reduce(earlier),
    leftOn: ends.reduce((a, b) => (a === null || b === null ? null : later(a, b))),
  };
}

/**
 * Somebody's stretches once their form has been saved.
 *
 * - Another unit, title or share ends the shown stretch on `from` and begins a new one there, until
 *   the old one's end. From its own first day (or earlier) the new takes the old one's place: a
 *   correction.
 * - Another first day moves the beginning of the employment, another last day its end; what would
 *   lie outside goes, and so was never. No last day opens the end again.
 */
export function changePlace(
  stretches: readonly Stretch[],
  home: Stretch,
  { from, joinedOn, leftOn, ...place }: ChangedPlace,
): Stretch[] {
  const employment = employmentAround(stretches, home);
  const bounds = boundsOf(employment);
  const outside = stretches.filter((stretch) => !employment.includes(stretch));
  const inside = employment.flatMap((stretch) =>
    stretch === home ? replaced(home, place, from) : [stretch],
  );
  return [...outside, ...moveBounds(inside, { joinedOn, leftOn }, bounds)];
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

type Bounds = { joinedOn: IsoDate; leftOn: IsoDate | null };

function moveBounds(employment: Stretch[], wanted: Bounds, known: Bounds): Stretch[] {
  const first = known.joinedOn;
  const last = known.leftOn;
  return employment
    .map((stretch) => ({
      ...stretch,
      startsOn:
        stretch.startsOn === first ? wanted.joinedOn : later(stretch.startsOn, wanted.joinedOn),
      endsBefore:
        stretch.endsBefore === last
          ? wanted.leftOn
          : earliestEnd(stretch.endsBefore, wanted.leftOn),
    }))
    .filter(({ startsOn, endsBefore }) => endsBefore === null || endsBefore > startsOn);
}

function earliestEnd(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return earlier(a, b);
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a;
}
