import type { Db } from "~/platform/db.server";
import type { ChangedRow } from "../rules/changed-row";
import { isCause, type Act } from "../rules/row-causes";
import type { ReportRow } from "../rules/report-row";

/** Who changed something, and when (ISO 8601). */
export type Trail = { actor: string; at: string };

type Asked = {
  rows: readonly ChangedRow[];
  /** Who stands behind the keys in the rows. */
  people: ReadonlyMap<string, string>;
  projectId: string;
  since: Date;
};

/**
 * By whom and when each of the rows was changed last since a moment, in their order: by the trail of
 * the row itself or of what it came from; else of its person; else of what changed under the same
 * method, indicator or line; else of the project. Only acts that may have made the row another one
 * are looked at (`isCause`); null where the trail knows of none.
 */
export async function trailOfRows(db: Db, asked: Asked): Promise<(Trail | null)[]> {
  if (asked.rows.length === 0) return [];
  const places = await placesOf(db, asked.projectId);
  const events = await eventsSince(db, { ...asked, places });
  const idsOf = asked.rows.map((row) => idsBehind(row, asked.people));
  return asked.rows.map((row, place) => {
    const { own, person, under } = idsOf[place] ?? nothing;
    const beside = idsOf.filter((other) => isBeside(other, { person, under }));
    const latest = (ids: ReadonlySet<string>) =>
      events.find((event) => isCause(event, row) && event.subjects.some((id) => ids.has(id)));
    const tiers = [
      row.kind === "project" ? new Set([...own, ...places]) : own,
      person,
      new Set([...under, ...beside.flatMap((other) => [...other.own, ...other.person])]),
      new Set([asked.projectId]),
    ];
    for (const ids of tiers) {
      const event = latest(ids);
      if (event) return { actor: event.actor, at: event.at.toISOString() };
    }
    return null;
  });
}

type Ids = Record<"own" | "person" | "under", ReadonlySet<string>>;

const nothing: Ids = { own: new Set(), person: new Set(), under: new Set() };

function isBeside(other: Ids, { person, under }: Pick<Ids, "person" | "under">): boolean {
  return meets(other.under, under) || meets(other.person, person);
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((id) => b.has(id));
}

function idsBehind({ then, now }: ChangedRow, people: ReadonlyMap<string, string>): Ids {
  const states = [then, now].filter((row) => row !== null);
  return {
    own: new Set(states.flatMap(ownIds)),
    person: new Set(
      states.flatMap(({ person }) => (person === null ? [] : [people.get(person) ?? person])),
    ),
    under: new Set(states.flatMap(({ under }) => (under === null ? [] : [under]))),
  };
}

function ownIds(row: ReportRow): string[] {
  const from = row.kind === "cost" && row.facts.import !== null ? [row.facts.import] : [];
  return [row.id, ...(row.source ? [row.source.id] : []), ...from];
}

type Event = Act & { actor: string; at: Date; subjects: string[] };

/** The unit and the authority of a project, whose names its row has. */
async function placesOf(db: Db, projectId: string): Promise<string[]> {
  const [project] = await db.$queryRaw<{ unitId: string; authorityId: string }[]>`
    select unit_id as "unitId", authority_id as "authorityId"
    from projects() where id = ${projectId}::uuid`;
  return project ? [project.unitId, project.authorityId] : [];
}

/** What the authority's trail has of any of it, the latest first. Ids are once among all kinds. */
async function eventsSince(
  db: Db,
  { rows, people, projectId, since, places }: Asked & { places: string[] },
): Promise<Event[]> {
  const ids = new Set([projectId, ...places]);
  for (const row of rows) {
    for (const some of Object.values(idsBehind(row, people))) for (const id of some) ids.add(id);
  }
  return db.$queryRaw<Event[]>`
    select actor_name as actor, at, subject_type as type,
      case when jsonb_typeof(detail->'was') = 'object' then array(
        select fact.key from jsonb_each(detail) fact
        where fact.key <> 'was' and fact.value is distinct from detail->'was'->fact.key
      ) end as changed,
      array_remove(array[subject_id, detail->>'personId',
      detail->>'competenceId', detail->>'indicatorId', detail->>'importId', detail->>'replaces',
      detail->>'projectId', detail->>'budgetLineId'], null) as subjects
    from audit_event
    where at > ${since} and (authority_id is null
        or authority_id = (select authority_id from projects() where id = ${projectId}::uuid))
      and action <> 'person.look'
      and array[subject_id, detail->>'personId', detail->>'competenceId', detail->>'indicatorId',
        detail->>'importId', detail->>'replaces', detail->>'projectId', detail->>'budgetLineId']
        && ${[...ids]}::text[]
    order by at desc, id desc`;
}
