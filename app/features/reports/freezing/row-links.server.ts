import { rebookingsOf } from "~/features/funding/rates/rebookings.queries.server";
import type { Db } from "~/platform/db.server";
import { dayBounds } from "~/terms/day";
import type { ChangedRow } from "../rules/changed-row";
import type { ReportRow } from "../rules/report-row";
import type { Links } from "../rules/row-causes";

type Asked = {
  rows: readonly ChangedRow[];
  people: ReadonlyMap<string, string>;
  projectId: string;
  since: Date;
};

/** What each of the rows hangs together with, in their order. */
export async function linksOf(db: Db, asked: Asked): Promise<Links[]> {
  const { rows, people, projectId, since } = asked;
  const period = { startsOn: dayBounds.first, endsBefore: dayBounds.last };
  const [places, lists, rebookings] = await Promise.all([
    placesOf(db, projectId),
    listsOf(db, rows),
    rebookingsOf(db, { projectId, since, period }),
  ]);
  const ownOf = (state: ReportRow) => ownIds(state).flatMap((id) => [id, lists.get(id ?? "")]);
  const near = rows.map((row) => {
    const ids = (idsOf: (state: ReportRow) => (string | null | undefined)[]) =>
      new Set(statesOf(row).flatMap(idsOf).filter(isGiven));
    return {
      kind: row.kind,
      own: ids(ownOf),
      gone: new Set(row.then ? ownOf(row.then).filter(isGiven) : []),
      people: ids(({ person }) => [person && (people.get(person) ?? person)]),
      under: ids(({ under }) => [under]),
    };
  });
  const learned = near.filter(({ kind }) => learning.has(kind));
  const besides = grouped(learned, ({ under }) => [...under]);
  const kin = grouped(learned, pairsOf);
  const costs = grouped(
    near.filter(({ kind }) => kind === "cost"),
    ({ own }) => [...own],
  );
  return near.map(({ kind: _kind, ...ids }, place) => ({
    ...ids,
    kin: kin(pairsOf(ids)),
    besides: besides([...ids.under]),
    costs: costs([...ids.own]),
    rebookings: new Set(
      rebookings.filter((one) => statesOf(rows[place]).some(isBookedBy(one))).map(({ id }) => id),
    ),
    project: projectId,
    places,
  }));
}

/** The kinds of rows that tell how somebody learned a method. */
const learning = new Set(["training", "hand-over", "part", "acquired"]);

type Near = Pick<Links, "own" | "people" | "under">;

function pairsOf({ people, under }: Pick<Links, "people" | "under">): string[] {
  return [...under].flatMap((method) => [...people].map((person) => `${method} ${person}`));
}

/** The own ids of all that have one of some keys. */
function grouped(rows: readonly Near[], keysOf: (row: Near) => string[]) {
  const groups = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key) ?? new Set();
      for (const id of row.own) group.add(id);
      groups.set(key, group);
    }
  }
  return (keys: readonly string[]) => new Set(keys.flatMap((key) => [...(groups.get(key) ?? [])]));
}

function statesOf(row: ChangedRow | undefined): ReportRow[] {
  return [row?.then ?? null, row?.now ?? null].filter(isGiven);
}

function ownIds({ kind, id, source, facts }: ReportRow): (string | null | undefined)[] {
  const origin = "origin" in facts ? facts.origin : null;
  return [id, source?.id, origin, kind === "cost" ? facts.import : null];
}

type Days = { firstDay: string; lastDay: string };

function isBookedBy({ firstDay, lastDay }: Days): (state: ReportRow) => boolean {
  return ({ kind, facts }) =>
    kind === "own-hours" && firstDay <= facts.workedOn && facts.workedOn <= lastDay;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

/** The unit and the authority of a project, whose names its row has. */
async function placesOf(db: Db, projectId: string): Promise<Set<string>> {
  const [project] = await db.$queryRaw<{ unitId: string; authorityId: string }[]>`
    select unit_id as "unitId", authority_id as "authorityId"
    from projects() where id = ${projectId}::uuid`;
  return new Set(project ? [project.unitId, project.authorityId] : []);
}

/** The lists that training came with, by the records. */
async function listsOf(db: Db, rows: readonly ChangedRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(statesOf).flatMap(({ kind, id, source }) => {
    return kind === "training" ? [id] : kind === "cost" && source ? [source.id] : [];
  });
  if (ids.length === 0) return new Map();
  const lists = await db.$queryRaw<{ recordId: string; importId: string }[]>`
    select record_id as "recordId", import_id as "importId"
    from lists_of_training(${ids}::uuid[])`;
  return new Map(lists.map(({ recordId, importId }) => [recordId, importId]));
}
