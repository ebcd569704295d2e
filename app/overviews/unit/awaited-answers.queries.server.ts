import type { Viewer } from "~/features/access/viewer";
import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import { listUnitsInReach, unitsBelow } from "~/features/organisation/unit-tree.queries.server";
import { Prisma } from "~/generated/prisma/client";
import { notFound } from "~/platform/app-error";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";

/** A learner's word that a hand-over waits for: on their part, or on the new hours of a correction. */
export type AwaitedAnswer = {
  handOverId: string;
  personId: string;
  name: string;
  method: string;
  heldOn: IsoDate;
  awaited: "part" | "hours";
};

const pageSize = 25;

/** The answers that a unit's page counts, with all units below it, the oldest hand-over first. */
export async function listAwaitedAnswers(
  db: Db,
  viewer: Viewer,
  { unitId, page, today }: { unitId: string; page: number; today: IsoDate },
) {
  const unit = (await listUnitsInReach(db, viewer)).find(({ id }) => id === unitId);
  if (!unit) return notFound();
  const awaited = awaitedIn(await unitsBelow(db, unitId), today);
  const [rows, count] = await Promise.all([
    db.$queryRaw<Omit<AwaitedAnswer, "name">[]>`
      select answer.hand_over_id as "handOverId", answer.person_id as "personId", answer.awaited,
        competence.name as method, to_char(held.held_on, 'YYYY-MM-DD') as "heldOn"
      ${awaited} join standing_hand_overs() held on held.id = answer.hand_over_id
      join competences() competence on competence.id = held.competence_id
      order by held.held_on, answer.hand_over_id, answer.person_id
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    countAwaited(db, awaited),
  ]);
  const names = await namesOf(
    db,
    rows.map(({ personId }) => personId),
    today,
  );
  return {
    unit,
    rows: rows.map((row): AwaitedAnswer => {
      return { ...row, name: nameWithNote(names.get(row.personId)) };
    }),
    count,
    page,
    pageCount: pageCountOf(count, pageSize),
  };
}

/** How many answers are awaited of those who may be looked at through some units. */
export async function countAwaitedAnswers(db: Db, unitIds: string[], day: IsoDate) {
  return countAwaited(db, awaitedIn(unitIds, day));
}

async function countAwaited(db: Db, awaited: Prisma.Sql): Promise<number> {
  const [counted] = await db.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count ${awaited}`;
  return counted?.count ?? 0;
}

function awaitedIn(unitIds: string[], day: IsoDate): Prisma.Sql {
  return Prisma.sql`from (
    select * from awaited_answers() where person_id in (
      select person_id from seen_through(${day}::date) where unit_id = any(${unitIds}::uuid[]))
  ) answer`;
}
