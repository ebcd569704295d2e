import { toDbDate } from "~/terms/day";
import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import { breaksRule } from "~/platform/taken.server";
import type { Stretch } from "./stretches";

type StretchesWritten = {
  before: readonly Stretch[];
  after: readonly Stretch[];
  /** Who says of those that are gone that they never were, and why. */
  withdrawn?: { byId: string; reason: string | null };
};

/**
 * Brings somebody's stored stretches to what they are after a change, in the caller's transaction:
 * those that are gone are marked as withdrawn, the rest keep their rows. Throws a `FieldError` at
 * `share` or `unitId` where a day would have more than full time, or one unit twice.
 */
export async function writeStretches(
  tx: Transaction,
  personId: string,
  { before, after, withdrawn }: StretchesWritten,
): Promise<void> {
  try {
    const kept = new Map(
      after.flatMap((stretch) => (stretch.id ? [[stretch.id, stretch] as const] : [])),
    );
    const gone = before.filter(({ id }) => id !== null && !kept.has(id));
    await tx.placement.updateMany({
      where: { id: { in: gone.map(({ id }) => id ?? "") } },
      data: {
        withdrawnAt: new Date(),
        withdrawnById: withdrawn?.byId ?? null,
        withdrawnReason: withdrawn?.reason ?? null,
      },
    });
    // Those that become shorter first: no day is over full time on the way.
    for (const stretch of [...before].sort(byRoom(kept))) {
      const changed = stretch.id === null ? undefined : kept.get(stretch.id);
      if (!changed || isSame(stretch, changed)) continue;
      await tx.placement.update({ where: { id: stretch.id ?? "" }, data: daysOf(changed) });
    }
    for (const stretch of after.filter(({ id }) => id === null)) {
      const { unitId, jobTitle, share } = stretch;
      await tx.placement.create({
        data: { personId, unitId, jobTitle, share, ...daysOf(stretch) },
      });
    }
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

function byRoom(kept: ReadonlyMap<string, Stretch>) {
  const grows = (stretch: Stretch) => {
    const changed = stretch.id === null ? undefined : kept.get(stretch.id);
    if (!changed) return 0;
    const endsLater = (changed.endsBefore ?? "9") > (stretch.endsBefore ?? "9");
    return Number(changed.startsOn < stretch.startsOn || endsLater);
  };
  return (a: Stretch, b: Stretch) => grows(a) - grows(b);
}

function isSame(a: Stretch, b: Stretch): boolean {
  return a.startsOn === b.startsOn && a.endsBefore === b.endsBefore;
}

function daysOf({ startsOn, endsBefore }: Stretch) {
  return { startsOn: toDbDate(startsOn), endsBefore: endsBefore && toDbDate(endsBefore) };
}

/** The database's own refusals, by the names of its rules. */
function refusalOf(error: unknown): FieldError | null {
  if (breaksRule(error, "placement_shares")) {
    return new FieldError({ share: { key: "organisation.people.tooMuch" } });
  }
  if (breaksRule(error, "placement_once")) {
    return new FieldError({ unitId: { key: "organisation.people.unitTwice" } });
  }
  return null;
}
