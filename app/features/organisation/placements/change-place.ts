import { earlierDay, laterDay, type IsoDate } from "~/terms/day";
import {
  boundsOf,
  daysOf,
  employmentAround,
  replaced,
  type Bounds,
  type Stretch,
} from "../stretches";
import { withBorders } from "./borders";

/** What a person's form says of the stretch that it shows and of the employment around it. */
export type ChangedPlace = Pick<Stretch, "unitId" | "jobTitle" | "share"> & {
  /** From which day another unit, title or share holds. */
  from: IsoDate;
  joinedOn: IsoDate;
  leftOn: IsoDate | null;
};

/** Somebody's stretches, those of them that a form may change, and the one of these that it shows. */
export type KnownPlaces = { stretches: readonly Stretch[]; own: readonly Stretch[]; home: Stretch };

/**
 * Somebody's stretches once their form has been saved. It shows and changes those that the viewer is
 * in charge of.
 *
 * - Another unit, title or share ends the shown stretch on `from` and begins a new one there, until
 *   the old one's end. From its own first day (or earlier) the new takes the old one's place: a
 *   correction.
 * - Another first day moves the beginning of the employment, another last day its end; what would
 *   lie outside goes, and so was never. No last day opens the end again. Others' stretches move with
 *   a border that they have in common with it (`withBorders`), and otherwise stay.
 */
export function changePlace(
  { stretches, own, home }: KnownPlaces,
  { from, joinedOn, leftOn, ...place }: ChangedPlace,
): Stretch[] {
  const employment = employmentAround(own, home);
  const bounds = boundsOf(employment);
  const outside = stretches.filter((stretch) => !employment.includes(stretch));
  const inside = employment.flatMap((stretch) =>
    stretch === home ? replaced(home, place, from) : [stretch],
  );
  const moved = withBorders(outside, daysOf(bounds), daysOf({ joinedOn, leftOn }));
  return [...moved, ...moveBounds(inside, { joinedOn, leftOn }, bounds)];
}

function moveBounds(employment: Stretch[], wanted: Bounds, known: Bounds): Stretch[] {
  const first = known.joinedOn;
  const last = known.leftOn;
  return employment
    .map((stretch) => ({
      ...stretch,
      startsOn:
        stretch.startsOn === first ? wanted.joinedOn : laterDay(stretch.startsOn, wanted.joinedOn),
      endsBefore:
        stretch.endsBefore === last
          ? wanted.leftOn
          : earliestEnd(stretch.endsBefore, wanted.leftOn),
    }))
    .filter(({ startsOn, endsBefore }) => endsBefore === null || endsBefore > startsOn);
}

function earliestEnd(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return earlierDay(a, b);
}
