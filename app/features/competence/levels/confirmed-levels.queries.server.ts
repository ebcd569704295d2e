import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Known } from "../rules/confirmed-level";

/** What one person is confirmed to know of one competence on the day that was asked for. */
export type PersonsKnown = Known & { personId: string; competenceId: string };

export type ConfirmedLevelsQuestion = {
  /** Whether they work here or not. */
  personIds: readonly string[];
  /** Left out: all competences. */
  competenceIds?: readonly string[];
  onDate: IsoDate;
};

/**
 * What people are confirmed to know on a day (relation `known_of`), in one statement. A person and
 * competence without any attestation by that day has no row, which means level 0. The caller has
 * chosen people that the viewer may see.
 */
export async function confirmedLevels(
  db: Db,
  { personIds, competenceIds, onDate }: ConfirmedLevelsQuestion,
): Promise<PersonsKnown[]> {
  const ofCompetences = competenceIds
    ? Prisma.sql`and competence_id = any(${competenceIds}::uuid[])`
    : Prisma.empty;
  return db.$queryRaw<PersonsKnown[]>`
    select pair.person_id as "personId", pair.competence_id as "competenceId",
      known.level, known.observed, to_char(known.cleared_since, 'YYYY-MM-DD') as "clearedSince"
    from (
      select distinct person_id, competence_id from attested()
      where person_id = any(${personIds}::uuid[]) and stands_from <= ${onDate}::date
        ${ofCompetences}
    ) pair
    cross join lateral known_of(pair.person_id, pair.competence_id, ${onDate}::date) known
    order by pair.person_id, pair.competence_id`;
}
