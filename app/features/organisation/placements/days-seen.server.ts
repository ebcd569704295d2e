import type { Db } from "~/platform/db.server";
import { requireAgreement, type Touched } from "~/platform/question";
import type { Stretch } from "../stretches";
import { byKind, daysLost, type LostKind, type PersonDay } from "./days-lost";

/**
 * What all rooms know of a person's days, in the viewer's eyes. Organisation is the lowest room and
 * can't ask those above it: who calls a command of placements hands it this question.
 */
export type DaysOfPerson = (db: Db, personId: string) => Promise<PersonDay[]>;

type Change = { personId: string; before: readonly Stretch[]; after: readonly Stretch[] };

/**
 * Throws a `Question` where a change would leave what is recorded outside the employment, or
 * outside a project's units, and `agreed` is no yes to just that. What is recorded stays as it is.
 */
export async function requireDaysSeen(
  db: Db,
  { personId, before, after }: Change,
  {
    daysOf,
    agreed,
    alsoAsked,
  }: { daysOf: DaysOfPerson; agreed: string; alsoAsked: readonly Touched[] },
): Promise<void> {
  const days = await daysOf(db, personId);
  const isWithin = await unitTree(db, [...before, ...after]);
  const lost = byKind(daysLost(days, { before, after }, isWithin)).map(touchedOf);
  requireAgreement([...alsoAsked, ...lost], agreed);
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

function touchedOf({ kind, count, first, last, days }: LostKind): Touched {
  const shown = days.slice(0, mostLinks).map(({ day, href }) => ({ label: day, href }));
  const links = count > mostLinks ? [...shown, { label: "…", href: null }] : shown;
  const key = first === last ? "onDay" : "between";
  return { key: `organisation.lost.${kind}.${key}`, values: { count, first, last }, links };
}
