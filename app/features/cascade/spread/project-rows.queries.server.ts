import { namesOf } from "~/features/organisation/names/names.queries.server";
import { nameWithNote } from "~/features/organisation/names/person-name";
import type { Db } from "~/platform/db.server";
import { pageCountOf } from "~/platform/paging";
import type { IsoDate } from "~/terms/day";

// The rows behind a project's figures of `projectCascadeFigures`, by name or by day, a page at a
// time. The caller has made sure that the project and its people are the viewer's to see.

type Asked = { projectId: string; asOf: IsoDate; page: number };

export type Rows<Row> = { rows: Row[]; count: number; pageCount: number };

const pageSize = 50;

/**
 * Somebody who is trained: each of the people that are counted, with what they learned on each
 * occasion. A course of no method is told by its title.
 */
export type TrainedRow = {
  personId: string;
  name: string;
  learned: { method: string; on: IsoDate; inHandOver: boolean }[];
};

export async function trainedRows(db: Db, asked: Asked): Promise<Rows<TrainedRow>> {
  const { projectId, asOf } = asked;
  const found = await db.$queryRaw<(Unnamed<TrainedRow> & Counted)[]>`
    select person.id as "personId",
      json_agg(json_build_object('method', coalesce(competence.name, record.title),
        'on', trained.held_on, 'inHandOver', trained.hand_over_id is not null)
        order by trained.held_on, coalesce(competence.name, record.title)) as learned,
      count(*) over ()::int as "rowCount"
    from trained_for(${projectId}::uuid, ${asOf}::date) trained
    left join competences() competence on competence.id = trained.competence_id
    left join lateral named_record(trained.record_id) record on true
    join people() person on person.id = trained.person_id
    group by person.id, person.family_name, person.given_name
    order by person.family_name, person.given_name, person.id
    limit ${pageSize} offset ${offsetOf(asked)}`;
  return pageOf(await named(db, found, asOf));
}

/** A hand-over that counts. */
export type CountedRow = {
  handOverId: string;
  method: string;
  heldOn: IsoDate;
  minutes: number;
};

export async function countedRows(db: Db, asked: Asked): Promise<Rows<CountedRow>> {
  const { projectId, asOf } = asked;
  const found = await db.$queryRaw<(CountedRow & Counted)[]>`
    select counted.hand_over_id as "handOverId", competence.name as method,
      to_char(counted.held_on, 'YYYY-MM-DD') as "heldOn", counted.minutes,
      count(*) over ()::int as "rowCount"
    from counted_for(${projectId}::uuid, ${asOf}::date) counted
    join competences() competence on competence.id = counted.competence_id
    order by counted.held_on desc, counted.hand_over_id
    limit ${pageSize} offset ${offsetOf(asked)}`;
  return pageOf(found);
}

/** Somebody who should have a method; `acquiredOn` and `leftOn` are null until they have. */
export type ReachedRow = {
  personId: string;
  name: string;
  method: string;
  acquiredOn: IsoDate | null;
  leftOn: IsoDate | null;
  isReached: boolean;
};

export async function reachedRows(db: Db, asked: Asked): Promise<Rows<ReachedRow>> {
  const { projectId, asOf } = asked;
  const found = await db.$queryRaw<(Unnamed<ReachedRow> & Counted)[]>`
    select person.id as "personId", competence.name as method, to_char(reached.acquired_on, 'YYYY-MM-DD') as "acquiredOn",
      to_char(reached.left_on, 'YYYY-MM-DD') as "leftOn", reached.is_reached as "isReached",
      count(*) over ()::int as "rowCount"
    from reached_for(${projectId}::uuid, ${asOf}::date) reached
    join competences() competence on competence.id = reached.competence_id
    join people() person on person.id = reached.person_id
    order by competence.name, competence.id, reached.is_reached desc, person.family_name,
      person.given_name, person.id
    limit ${pageSize} offset ${offsetOf(asked)}`;
  return pageOf(await named(db, found, asOf));
}

type Counted = { rowCount: number };
type Unnamed<Row> = Omit<Row, "name">;

async function named<Row extends { personId: string }>(db: Db, rows: Row[], day: IsoDate) {
  const ids = rows.map(({ personId }) => personId);
  const names = await namesOf(db, ids, day);
  return rows.map((row) => ({ ...row, name: nameWithNote(names.get(row.personId)) }));
}

function offsetOf({ page }: Asked): number {
  return (page - 1) * pageSize;
}

function pageOf<Row>(found: (Row & Counted)[]): Rows<Omit<Row & Counted, "rowCount">> {
  const count = found[0]?.rowCount ?? 0;
  return {
    rows: found.map(({ rowCount: _all, ...row }) => row),
    count,
    pageCount: pageCountOf(count, pageSize),
  };
}
