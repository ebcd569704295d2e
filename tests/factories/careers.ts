import fc from "fast-check";
import type { Database } from "~/platform/db.server";
import { boundsOf, employmentAround, type Stretch } from "~/features/organisation/stretches";
import { toDbDate } from "~/terms/day";
import { covers } from "~/terms/period";

/** The day so many days after the first of 2020. */
export function dayOf(number: number): string {
  return new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
}

/**
 * Where one person works when: some stretches in each of the units, in each by itself without an
 * overlap, at most full time together. At least one.
 */
export function careerIn(unitIds: readonly string[]): fc.Arbitrary<Stretch[]> {
  const length = fc.integer({ min: 1, max: 6 });
  const share = Math.floor(100 / unitIds.length);
  const inUnit = (unitId: string, index: number) =>
    fc
      .tuple(fc.array(fc.tuple(length, length), { maxLength: 3 }), fc.boolean())
      // Shares of their own, so that one of two places is the larger.
      .map(([steps, isOpen]) => stretchesOf({ unitId, share: share - index, steps, isOpen }));
  return fc
    .tuple(...unitIds.map(inUnit))
    .map((units) => units.flat())
    .filter((stretches) => stretches.length > 0);
}

type Steps = { unitId: string; share: number; steps: [number, number][]; isOpen: boolean };

function stretchesOf({ unitId, share, steps, isOpen }: Steps): Stretch[] {
  let day = 0;
  return steps.map(([gap, length], index) => {
    // A step without a gap follows at once.
    const startsOn = dayOf((day += gap - 1));
    const endsBefore = dayOf((day += length));
    const isLast = index === steps.length - 1;
    const base = { id: null, unitId, jobTitle: "", share, startsOn };
    return { ...base, endsBefore: isLast && isOpen ? null : endsBefore };
  });
}

/** Gives somebody just these placements. */
export async function placeAs(
  db: Database,
  personId: string,
  stretches: readonly Stretch[],
): Promise<void> {
  await db.placement.deleteMany({ where: { personId } });
  for (const { id: _id, startsOn, endsBefore, ...place } of stretches) {
    const days = { startsOn: toDbDate(startsOn), endsBefore: endsBefore && toDbDate(endsBefore) };
    await db.placement.create({ data: { personId, ...place, ...days } });
  }
}

/** Those through which somebody is seen on a day: that run or begin later; else that end last. */
export function seenOf(stretches: readonly Stretch[], day: string): Stretch[] {
  const end = ({ endsBefore }: Stretch) => endsBefore ?? "9999";
  const last = stretches.map(end).reduce((a, b) => (a > b ? a : b));
  return stretches.filter((stretch) => end(stretch) > day || end(stretch) === last);
}

/** The one that somebody is named with on a day: one of the day, the next, or the last to end. */
export function homeIn(stretches: readonly Stretch[], day: string): Stretch {
  const coming = stretches.filter(({ startsOn }) => startsOn > day);
  const next = coming.map(({ startsOn }) => startsOn).reduce((a, b) => (a < b ? a : b), "9999");
  const choices = [
    stretches.filter((stretch) => covers(stretch, day)),
    coming.filter(({ startsOn }) => startsOn === next),
    seenOf(stretches, day),
  ];
  const choice = choices.find(({ length }) => length > 0) ?? [];
  return choice.reduce((a, b) => (a.share >= b.share ? a : b));
}

/** The employment of a day; outside any the one before it, before the first that. */
export function employmentIn(stretches: readonly Stretch[], day: string) {
  const employments = stretches.map((stretch) => boundsOf(employmentAround(stretches, stretch)));
  const begun = employments.filter(({ joinedOn }) => joinedOn <= day);
  const byStart = (a: { joinedOn: string }, b: { joinedOn: string }) =>
    a.joinedOn < b.joinedOn ? -1 : 1;
  return begun.length > 0 ? begun.sort(byStart).at(-1) : employments.sort(byStart)[0];
}
