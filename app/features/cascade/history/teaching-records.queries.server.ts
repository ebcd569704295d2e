import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import { cascadeSources } from "./cascade-input.queries.server";
import { traceLineage, type HandOverTrace } from "../rules/lineage";
import type { TeachingRecord } from "../rules/valid-trainer";

type Asked = { competenceIds: string[]; personIds: string[]; asOf: IsoDate };

/**
 * What decides whether people may teach competences, as it is known at the end of a day. Ask for
 * today: a hand-over of last week that was confirmed yesterday is known today.
 */
export async function teachingRecords(
  db: Db,
  { competenceIds, personIds, asOf }: Asked,
): Promise<(competenceId: string, personId: string) => TeachingRecord> {
  const sources = await cascadeSources(db, { competenceIds, group: { personIds }, asOf });
  const known = new Map(
    sources.map(({ competence, input }) => [
      competence.id,
      { mayTeach: new Map(Object.entries(input.mayTeach)), people: traceLineage(input).people },
    ]),
  );
  return (competenceId, personId) => {
    const { people, mayTeach } = known.get(competenceId) ?? {};
    return {
      acquiredOn: people?.get(personId)?.acquiredOn ?? null,
      mayTeachFrom: mayTeach?.get(personId) ?? null,
    };
  };
}

/** Whether each of the hand-overs counts, by its id; a withdrawn one has no entry. */
export async function handOverTraces(
  db: Db,
  { competenceIds, personIds, asOf }: Asked,
): Promise<Map<string, HandOverTrace>> {
  const sources = await cascadeSources(db, { competenceIds, group: { personIds }, asOf });
  return new Map(sources.flatMap(({ input }) => [...traceLineage(input).handOvers]));
}
