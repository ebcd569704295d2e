import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Level } from "~/terms/level";

/** What one person is confirmed to know of one competence on the day that was asked for. */
export type PersonsConfirmedLevel = {
  personId: string;
  competenceId: string;
  level: Level;
  /** The highest level that was also watched being done: a part of `level`. */
  observed: Level;
  /** The first day on which the person is cleared to teach; null while they are not. */
  clearedSince: IsoDate | null;
};

export type ConfirmedLevelsQuestion = {
  /** These people, whether they still work here or not; or those who work in these units. */
  who: { personIds: string[] } | { unitIds: string[] };
  /** Left out: all competences. */
  competenceIds?: string[];
  onDate: IsoDate;
};

/**
 * Confirmed levels on a day, by the rules of `level.ts`, computed where the rows are: one
 * statement, however many people. A person and competence without any attestation by that day
 * has no row, which means level 0. People of units are those who have joined and not left by
 * the day. The caller has chosen people that the viewer may see.
 */
export async function confirmedLevels(
  db: Db,
  { who, competenceIds, onDate }: ConfirmedLevelsQuestion,
): Promise<PersonsConfirmedLevel[]> {
  const ofPeople =
    "personIds" in who
      ? Prisma.sql`attestation.person_id = any(${who.personIds}::uuid[])`
      : Prisma.sql`attestation.person_id in (
          select person_id from staff_on(${onDate}::date)
          where unit_id = any(${who.unitIds}::uuid[]))`;
  const ofCompetences = competenceIds
    ? Prisma.sql`and attestation.competence_id = any(${competenceIds}::uuid[])`
    : Prisma.empty;
  return db.$queryRaw<PersonsConfirmedLevel[]>`
    select
      person_id as "personId",
      competence_id as "competenceId",
      coalesce(max(level), 0)::int as "level",
      coalesce(max(level) filter (where observed), 0)::int as "observed",
      to_char(min(attested_on) filter (where level = 4 or source = 'teach-back'), 'YYYY-MM-DD')
        as "clearedSince"
    from attestation
    where withdrawn_at is null
      and attested_on <= ${onDate}::date
      and ${ofPeople} ${ofCompetences}
    group by person_id, competence_id
    order by person_id, competence_id`;
}
