import { tellHandOverLevels } from "~/features/competence/attestations/attestations.commands.server";
import { tellOwnHoursDays } from "~/features/funding/own-hours/own-hours.commands.server";
import { todayInStockholm } from "~/platform/clock";
import type { Transaction } from "~/platform/db.server";
import { keepUpToDate } from "~/platform/transact.server";
import type { IsoDate } from "~/terms/day";
import { lineageOverTime } from "../rules/lineage-over-time";
import type { FirstDay } from "../rules/first-days";
import type { HandOverFacts } from "../rules/standing";
import { circlesOverTime } from "../rules/circles";
import { keepUnits } from "./keep-units.server";
import { lineageRows, type LineageRows } from "./lineage-rows.server";

// Commands of lower rooms change facts of the lineage too, and know nothing of it.
keepUpToDate("lineage", (tx) => keepLineage(tx));

/**
 * Brings the stored lineage of every method whose facts have changed to what the rule says of them,
 * in the transaction of the change, and tells competence the levels and funding the days of own
 * hours that follow. Writers of one method take turns here, so that each reads what the others have
 * written. Then counts anew, for a day, the units of whose people something has changed. Returns how
 * many methods there were.
 */
export async function keepLineage(
  tx: Transaction,
  countedOn: IsoDate = todayInStockholm(),
): Promise<number> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    delete from lineage_due returning competence_id::text as id`;
  const competenceIds = [...new Set(due.map(({ id }) => id))].sort();
  for (const competenceId of competenceIds) {
    await tx.$queryRaw`
      select pg_advisory_xact_lock(hashtextextended(${`lineage of ${competenceId}`}, 0))::text`;
    await writeLineage(tx, competenceId, await reckonLineage(tx, competenceId));
  }
  await keepUnits(tx, countedOn);
  return competenceIds.length;
}

/** What the lineage of a method is by the facts of now, as rows. */
export async function reckonLineage(tx: Transaction, competenceId: string): Promise<LineageRows> {
  const [outside, handOvers] = [
    await outsideKnowledge(tx, competenceId),
    await handOversOf(tx, competenceId),
  ];
  const facts = {
    acquisitions: outside.flatMap(({ person, acquiredOn }) =>
      acquiredOn === null ? [] : [{ person, date: acquiredOn }],
    ),
    mayTeach: Object.fromEntries(
      outside.flatMap(({ person, mayTeachFrom }) =>
        mayTeachFrom === null ? [] : [[person, mayTeachFrom] as const],
      ),
    ),
    handOvers,
  };
  return lineageRows(competenceId, {
    lineage: lineageOverTime(facts),
    circles: circlesOverTime(outside.flatMap(firstDayOf), handOvers),
    handOvers,
    mayTeach: facts.mayTeach,
  });
}

/** When a history begins that no hand-over made. */
function firstDayOf({ person, acquiredOn, mayTeachFrom }: Outside): FirstDay[] {
  const [from] = [acquiredOn, mayTeachFrom].flatMap((day) => day ?? []).sort();
  return from === undefined ? [] : [{ person, from }];
}

type Outside = { person: string; acquiredOn: IsoDate | null; mayTeachFrom: IsoDate | null };

function outsideKnowledge(tx: Transaction, competenceId: string): Promise<Outside[]> {
  return tx.$queryRaw<Outside[]>`
    select person_id as person, to_char(acquired_on, 'YYYY-MM-DD') as "acquiredOn",
      to_char(may_teach_from, 'YYYY-MM-DD') as "mayTeachFrom"
    from lineage_starts(${competenceId}::uuid)`;
}

type StoredHandOver = HandOverFacts & {
  givesLevel: number;
  enteredById: string | null;
  delivered: number;
  possible: number;
};

function handOversOf(tx: Transaction, competenceId: string): Promise<StoredHandOver[]> {
  return tx.$queryRaw<StoredHandOver[]>`
    select hand_over_id as id, to_char(held_on, 'YYYY-MM-DD') as date,
      gives_level as "givesLevel", entered_by_id as "enteredById", trainers, learners, delivered, possible
    from lineage_facts(${competenceId}::uuid)`;
}

async function writeLineage(
  tx: Transaction,
  competenceId: string,
  { people, handOvers, parts, circles, tally, levels, hours }: LineageRows,
): Promise<void> {
  await replaceRows(tx, { table: "lineage_person", competenceId, rows: people });
  await replaceRows(tx, { table: "lineage_hand_over", competenceId, rows: handOvers });
  await replaceRows(tx, { table: "lineage_part", competenceId, rows: parts });
  await replaceRows(tx, { table: "lineage_circle", competenceId, rows: circles });
  await replaceRows(tx, { table: "lineage_tally", competenceId, rows: tally });
  await tellHandOverLevels(tx, competenceId, levels);
  await tellOwnHoursDays(tx, "hand_over", hours);
}

type LineageTable =
  "lineage_person" | "lineage_hand_over" | "lineage_part" | "lineage_circle" | "lineage_tally";

/** Leaves alone what is as it should be: most of it, after most changes. */
async function replaceRows(
  tx: Transaction,
  { table, competenceId, rows }: { table: LineageTable; competenceId: string; rows: object[] },
): Promise<void> {
  const wanted = `select * from json_populate_recordset(null::${table}, $2::json)`;
  const stored = `select * from ${table} where competence_id = $1::uuid`;
  const written = JSON.stringify(rows);
  await tx.$executeRawUnsafe(
    `delete from ${table} using (${stored} except ${wanted}) gone where to_jsonb(${table}) = to_jsonb(gone)
      and ${table}.competence_id = $1::uuid`,
    competenceId,
    written,
  );
  await tx.$executeRawUnsafe(
    `insert into ${table} ${wanted} except ${stored}`,
    competenceId,
    written,
  );
}
