import type { Db } from "~/platform/db.server";
import { FieldError, type ChoiceSubject } from "~/platform/field-error";
import { seenState } from "../seen-state.server";
import type { Stretch } from "../stretches";
import { byKind, daysLost, type LostKind, type PersonDay } from "./days-lost";

/**
 * What all rooms know of a person's days, in the viewer's eyes. Organisation is the lowest room and
 * can't ask those above it: who calls a command of placements hands it this question.
 */
export type DaysOfPerson = (db: Db, personId: string) => Promise<PersonDay[]>;

type Change = { personId: string; before: readonly Stretch[]; after: readonly Stretch[] };

/**
 * Throws a `FieldError` at `factsSeen` where a change would leave what is recorded outside the
 * employment, or outside a project's units, and the form doesn't say that just this has been seen.
 * What is recorded stays as it is.
 */
export async function requireDaysSeen(
  db: Db,
  { personId, before, after }: Change,
  { daysOf, factsSeen }: { daysOf: DaysOfPerson; factsSeen: string },
): Promise<void> {
  const days = await daysOf(db, personId);
  const isWithin = await unitTree(db, [...before, ...after]);
  const lost = daysLost(days, { before, after }, isWithin);
  if (lost.length === 0) return;
  const kinds = byKind(lost);
  const mark = seenState(kinds.map(({ kind, days }) => [kind, days.map(({ id }) => id)]));
  if (factsSeen === mark) return;
  throw new FieldError(
    { factsSeen: { key: "organisation.lost.ask", values: { count: lost.length } } },
    {
      factsSeen: {
        value: mark,
        label: { key: "organisation.lost.confirm" },
        about: kinds.map(aboutKind),
      },
    },
  );
}

async function unitTree(db: Db, stretches: readonly Stretch[]) {
  const unitIds = [...new Set(stretches.map(({ unitId }) => unitId))];
  const rows = await db.$queryRaw<{ unitId: string; overId: string }[]>`
    select unit_id as "unitId", over_id as "overId" from units_over(${unitIds}::uuid[])`;
  const pairs = new Set(rows.map(({ unitId, overId }) => `${unitId} ${overId}`));
  return (unitId: string, overId: string) => pairs.has(`${unitId} ${overId}`);
}

/** So many of each kind are linked to. */
const mostLinks = 5;

function aboutKind({ kind, count, first, last, days }: LostKind): ChoiceSubject {
  const shown = days.slice(0, mostLinks).map(({ day, href }) => ({ label: day, href }));
  const links = count > mostLinks ? [...shown, { label: "…", href: null }] : shown;
  const key = first === last ? "onDay" : "between";
  return {
    says: { key: `organisation.lost.${kind}.${key}`, values: { count, first, last } },
    links,
  };
}
