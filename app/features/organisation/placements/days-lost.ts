import type { IsoDate } from "~/terms/day";
import { covers } from "~/terms/period";
import type { Stretch } from "../stretches";

export const personDayKinds = [
  "hand-over",
  "course",
  "own-hours",
  "attestation",
  "frozen-group",
] as const;
export type PersonDayKind = (typeof personDayKinds)[number];

/** Something that is recorded of a person on a day, whatever room keeps it. */
export type PersonDay = {
  kind: PersonDayKind;
  id: string;
  day: IsoDate;
  /** The unit in whose reach it happened, as a project's; null where any will do. */
  unitId: string | null;
  /** The page where it stands; null where the viewer can't open it. */
  href: string | null;
};

type Change = { before: readonly Stretch[]; after: readonly Stretch[] };

/**
 * What a change of somebody's stretches would leave on days when they were employed before it and
 * are not after it, or when they no longer work in its unit or below. What has stood outside
 * already is not counted. `isWithin`: whether a unit is another or below it.
 */
export function daysLost(
  days: readonly PersonDay[],
  { before, after }: Change,
  isWithin: (unitId: string, overId: string) => boolean,
): PersonDay[] {
  return days.filter(({ day, unitId }) => {
    const [then, now] = [before, after].map((all) => all.filter((each) => covers(each, day)));
    const reaches = (stretches: Stretch[] = []) =>
      unitId !== null && stretches.some((stretch) => isWithin(stretch.unitId, unitId));
    const isEmployed = (stretches: Stretch[] = []) => stretches.length > 0;
    return (isEmployed(then) && !isEmployed(now)) || (reaches(then) && !reaches(now));
  });
}

/** How many of a kind, and between which days. */
export type LostKind = {
  kind: PersonDayKind;
  count: number;
  first: IsoDate;
  last: IsoDate;
  /** In the order of their days. */
  days: PersonDay[];
};

export function byKind(lost: readonly PersonDay[]): LostKind[] {
  return personDayKinds.flatMap((kind) => {
    const days = lost
      .filter((each) => each.kind === kind)
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return [];
    return [{ kind, count: days.length, first: first.day, last: last.day, days }];
  });
}
