import type { Db } from "~/platform/db.server";
import { readDetail, type Act } from "../rules/act";
import type { ChangedRow } from "../rules/changed-row";
import { actBehind, type Links } from "../rules/row-causes";
import { linksOf } from "./row-links.server";
import { withTwins } from "../rules/row-twins";

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
 * By whom and when each of the rows became another one since a moment, in their order: the latest of
 * the nearest acts that can have made this row what it is (`actBehind`); null where the trail knows
 * of none.
 */
export async function trailOfRows(db: Db, asked: Asked): Promise<(Trail | null)[]> {
  if (asked.rows.length === 0) return [];
  const rows = withTwins(asked.rows);
  const links = await linksOf(db, { ...asked, rows });
  const events = await eventsSince(db, asked, links);
  return rows.map((row, place) => {
    const known = links[place];
    const event = known && actBehind(row, known, events);
    return event ? { actor: event.actor, at: event.at.toISOString() } : null;
  });
}

type Event = Act & { actor: string; at: Date };
type Stored = Omit<Event, "named" | "changed"> & { detail: Record<string, unknown> };

/** What the authority's trail has of any of it, the latest first. Ids are once among all kinds. */
async function eventsSince(
  db: Db,
  { projectId, since }: Asked,
  links: readonly Links[],
): Promise<Event[]> {
  const ids = new Set([projectId]);
  for (const { own, people, under, places, rebookings } of links) {
    for (const some of [own, people, under, places, rebookings]) for (const id of some) ids.add(id);
  }
  const stored = await db.$queryRaw<Stored[]>`
    select actor_name as actor, at, action, subject_type as type, subject_id as subject, detail
    from audit_event
    where at > ${since} and (authority_id is null
        or authority_id = (select authority_id from projects() where id = ${projectId}::uuid))
      and action <> 'person.look'
      and (subject_type = 'funder' or array[subject_id, detail->>'personId',
        detail->>'competenceId', detail->>'importId', detail->>'replaces', detail->>'projectId']
        && ${[...ids]}::text[])
    order by at desc, id desc`;
  return stored.map(({ detail, ...event }) => ({ ...event, ...readDetail(detail) }));
}
