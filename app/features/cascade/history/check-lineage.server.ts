import { oddlyCounted } from "~/features/competence/levels/count-holding.server";
import { noteAllUnits } from "~/features/organisation/due-units.server";
import { todayInStockholm } from "~/platform/clock";
import type { Database, Db } from "~/platform/db.server";
import { oddSpread } from "./count-spread.server";
import { keepLineage, reckonLineage } from "./keep-lineage.server";
import type { LineageRows } from "./lineage-rows.server";

const long = { timeout: 600_000, maxWait: 10_000 };

/** Reckons the methods whose facts were changed past the program. Returns how many there were. */
export function catchUpLineage(db: Database): Promise<number> {
  return db.$transaction((tx) => keepLineage(tx), long);
}

/** Reckons every method anew, one after the other, and counts all units. Returns how many methods. */
export async function rebuildLineage(db: Database): Promise<number> {
  await db.$transaction(noteAllUnits, long);
  const methods = await methodsOf(db);
  for (const { id } of methods) {
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`insert into lineage_due values (${id}::uuid, 0) on conflict do nothing`;
      await keepLineage(tx);
    }, long);
  }
  return methods.length;
}

/** Something that is not as it follows from the facts, in one method. */
export type Offender = { code: string; what: OffenderKind; ids: string[] };

export type OffenderKind =
  | "due"
  | "people"
  | "hand-overs"
  | "parts"
  | "circles"
  | "tally"
  | "own-hours"
  | "units"
  | "acquired-without-level"
  | "level-without-hand-over"
  | "part-without-level";

/** Compares what is stored with a fresh reckoning, method by method; none is as it should be. */
export async function checkLineage(db: Database): Promise<Offender[]> {
  const offenders: Offender[] = [];
  for (const { id, code } of await methodsOf(db)) {
    offenders.push(...(await offendersOf(db, { id, code })));
  }
  return offenders;
}

function methodsOf(db: Db): Promise<{ id: string; code: string }[]> {
  return db.$queryRaw`select id, code from competences() order by code`;
}

type Method = { id: string; code: string };

async function offendersOf(db: Database, { id, code }: Method): Promise<Offender[]> {
  return db.$transaction(
    async (tx) => {
      const reckoned = await reckonLineage(tx, id);
      const found: [OffenderKind, string[]][] = [
        [
          "due",
          await idsOf(tx.$queryRaw`
          select competence_id as id from lineage_due where competence_id = ${id}::uuid`),
        ],
        ["people", differing(await stored(tx, "lineage_person", id), reckoned.people, "person_id")],
        [
          "hand-overs",
          differing(await stored(tx, "lineage_hand_over", id), reckoned.handOvers, "hand_over_id"),
        ],
        ["parts", differing(await stored(tx, "lineage_part", id), reckoned.parts, "hand_over_id")],
        [
          "circles",
          differing(await stored(tx, "lineage_circle", id), reckoned.circles, "person_id"),
        ],
        ["tally", differing(await stored(tx, "lineage_tally", id), reckoned.tally, "circle_id")],
        ["own-hours", await oddHours(tx, id, reckoned.hours)],
        ["units", await oddlyCounted(tx, { competenceId: id, day: todayInStockholm() })],
        ["units", await oddSpread(tx, { competenceId: id, day: todayInStockholm() })],
        [
          "acquired-without-level",
          await idsOf(tx.$queryRaw`
          select distinct person_id as id from acquired_without_level(${id}::uuid)`),
        ],
        [
          "level-without-hand-over",
          await idsOf(tx.$queryRaw`
          select distinct hand_over_id as id from level_without_part(${id}::uuid)`),
        ],
        [
          "part-without-level",
          await idsOf(tx.$queryRaw`
          select distinct hand_over_id as id from part_without_level(${id}::uuid)`),
        ],
      ];
      return found.flatMap(([what, ids]) => (ids.length > 0 ? [{ code, what, ids }] : []));
    },
    { ...long, isolationLevel: "RepeatableRead" },
  );
}

/** The hand-overs with own hours that count from another day than they should. */
function oddHours(tx: Db, id: string, hours: LineageRows["hours"]): Promise<string[]> {
  return idsOf(tx.$queryRaw`
    select distinct booked.source_id as id
    from hours_of_sources('hand_over') booked
    join standing_hand_overs() held on held.id = booked.source_id
    left join json_to_recordset(${JSON.stringify(hours)}::json)
      as told ("sourceId" uuid, "personId" uuid, "countsOn" date)
      on told."sourceId" = booked.source_id and told."personId" = booked.person_id
    where held.competence_id = ${id}::uuid and booked.counts_on is distinct from told."countsOn"`);
}

async function idsOf(rows: Promise<unknown>): Promise<string[]> {
  // Each of the questions asks for one column of ids.
  return ((await rows) as { id: string }[]).map(({ id }) => id);
}

type StoredTable =
  "lineage_person" | "lineage_hand_over" | "lineage_part" | "lineage_circle" | "lineage_tally";
type Row = LineageRows["people" | "handOvers" | "parts" | "circles" | "tally"][number];

async function stored(db: Db, table: StoredTable, competenceId: string): Promise<Row[]> {
  const rows = await db.$queryRawUnsafe<{ row: Row }[]>(
    `select to_json(stored) as row from ${table} stored where competence_id = $1::uuid`,
    competenceId,
  );
  return rows.map(({ row }) => row);
}

/** The ids of rows that are stored and don't follow, or follow and aren't stored. */
function differing(storedRows: readonly Row[], reckoned: readonly Row[], id: IdColumn): string[] {
  const marks = (rows: readonly Row[]) => new Map(rows.map((row) => [markOf(row), idIn(row, id)]));
  const [was, is] = [marks(storedRows), marks(reckoned)];
  const odd = [
    ...[...was].filter(([mark]) => !is.has(mark)),
    ...[...is].filter(([mark]) => !was.has(mark)),
  ];
  return [...new Set(odd.map(([, found]) => found))];
}

function markOf(row: Row): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type IdColumn = "person_id" | "hand_over_id" | "circle_id";

function idIn(row: Row, id: IdColumn): string {
  return String(new Map<string, unknown>(Object.entries(row)).get(id));
}
