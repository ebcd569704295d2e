import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Transaction } from "~/platform/db.server";
import { FieldError } from "~/platform/field-error";
import type { Touched } from "~/platform/question";
import { sourceColumns, type Source } from "~/platform/source";
import { breaksRule } from "~/platform/taken.server";
import { toIsoDate, type IsoDate } from "~/terms/day";
import { lengthOfDay } from "../rules/hours-of-day";

type MoreHours = {
  workedOn: IsoDate;
  /** What comes to each one's day. */
  people: readonly { personId: string; minutes: number }[];
  /** The form's field that a day of more than 24 hours is told at. */
  field: string;
};

/**
 * What is to be asked before people get more own hours on a day: whose day would be a long one.
 * Throws a `FieldError` where a day would have more than 24 hours. The people must be held.
 */
export async function askedOfDay(
  tx: Transaction,
  { workedOn, people, field }: MoreHours,
): Promise<Touched[]> {
  const days = await daysWith(tx, { workedOn, people });
  const unusual = days.filter(({ minutes }) => lengthOfDay(minutes) !== "usual");
  if (unusual.length === 0) return [];
  const ids = unusual.map(({ personId }) => personId);
  const names = await namesOf(tx, ids, workedOn);
  const named = unusual.map(({ personId, minutes }) => ({
    length: lengthOfDay(minutes),
    values: {
      ...{ name: nameWithNote(names.get(personId)), date: workedOn },
      ...{ hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    },
  }));
  const impossible = named.find(({ length }) => length === "impossible");
  if (impossible) throw tooLong(field, impossible.values);
  return named.map(({ values }) => ({ key: "funding.day.long", values }));
}

/**
 * The same before somebody's yes to own hours with one source: to those that others have entered of
 * them, or to `minutes` instead of what they have said yes to. It makes the `others`' hours theirs as
 * well; who of them has entered the hours has been asked already. The people must be held.
 */
export async function askedOfAnswer(
  tx: Transaction,
  {
    source,
    personId: own,
    others,
    minutes,
    field,
  }: {
    source: Source;
    personId: string;
    others: readonly string[];
    minutes: number;
    field: string;
  },
): Promise<Touched[]> {
  const booked = await tx.ownHours.findMany({
    where: { ...sourceColumns(source), personId: { in: [own, ...others] }, withdrawnAt: null },
    select: { personId: true, workedOn: true, minutes: true, unanswered: true },
    orderBy: { personId: "asc" },
  });
  const [one] = booked;
  if (!one) return [];
  const day = { workedOn: toIsoDate(one.workedOn), field };
  const more = booked
    .map(({ personId, unanswered, ...hours }) => ({
      ...{ personId: personId ?? "", unanswered },
      minutes: minutes - (unanswered ? 0 : hours.minutes),
    }))
    .filter((hours) => hours.minutes > 0);
  const unasked = more.filter(({ personId, unanswered }) => unanswered || personId === own);
  // Whoever has been asked may still have no room left.
  await askedOfDay(tx, { ...day, people: more });
  return askedOfDay(tx, { ...day, people: unasked });
}

async function daysWith(tx: Transaction, { workedOn, people }: Omit<MoreHours, "field">) {
  const booked = await tx.$queryRaw<{ personId: string; minutes: number }[]>`
    select person.id as "personId", coalesce(sum(hours.minutes), 0)::int as minutes
    from unnest(${people.map(({ personId }) => personId)}::uuid[]) as person (id)
    cross join lateral own_hours_of_day(person.id, ${workedOn}::date) hours
    group by person.id`;
  const bookedOf = new Map(booked.map(({ personId, minutes }) => [personId, minutes]));
  return people.map(({ personId, minutes }) => ({
    ...{ personId, minutes: minutes + (bookedOf.get(personId) ?? 0) },
  }));
}

function tooLong(field: string, values: Record<string, string | number>): FieldError {
  return new FieldError({ [field]: { key: "funding.day.impossible", values } });
}

/** For `.catch` behind what writes own hours: the database's own refusal of too long a day. */
export function refuseLongDay(field: string): (error: unknown) => never {
  return (error) => {
    if (!breaksRule(error, "own_hours_of_day")) throw error;
    throw new FieldError({ [field]: { key: "funding.day.full" } });
  };
}
