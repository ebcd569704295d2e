import type { Db } from "~/platform/db.server";
import type { IsoDate } from "~/terms/day";
import type { Activation } from "../rules/activation";
import type { CascadeGroup } from "../rules/cascade-group";
import type { GenerationRow } from "../rules/fidelity";
import type { Reach } from "../rules/reach";
import type { Reproduction } from "../rules/reproduction";
import { spreadRows, type SpreadRow } from "./spread-rows.server";

/** The figures of one method's cascade, as counts without names: those of `cascadeFigures`. */
export type SpreadFigures = {
  competenceId: string;
  code: string;
  name: string;
  reach: Reach;
  activation: Activation;
  reproduction: Reproduction;
  generations: GenerationRow[];
  deadEnds: number;
  /** Of these, whom the method was meant for, left or not. */
  deadEndsInGroup: number;
  /** Of these, who stand beside the group and are active; the rest have left. */
  deadEndsBeside: number;
  carriers: number;
  /** Of the carriers, whom the method was meant for. */
  carriersInGroup: number;
  /** Counted ones. */
  handOvers: number;
};

/**
 * The figures of several methods in a group as of the end of a day, in Swedish order of their
 * names: what `cascadeFigures` reckons from the group's circle, read from the stored lineage in
 * one statement. The caller has made sure that the group is the viewer's to see.
 */
export async function spreadFigures(
  db: Db,
  asked: { competenceIds: string[]; group: CascadeGroup; asOf: IsoDate },
): Promise<SpreadFigures[]> {
  if (asked.competenceIds.length === 0) return [];
  const rows = await spreadRows(db, asked);
  return rows.map(figuresOf);
}

function figuresOf(row: SpreadRow): SpreadFigures {
  const { competenceId, code, name, carriers, carriersInGroup } = row;
  const generations = withoutGaps(row.generations);
  return {
    ...{ competenceId, code, name, carriers, carriersInGroup, generations },
    ...{ deadEnds: row.deadEnds, deadEndsInGroup: row.deadEndsInGroup },
    deadEndsBeside: row.deadEndsBeside,
    reach: { numerator: row.reached, denominator: row.groupSize, beside: row.beside },
    activation: { numerator: row.activated, denominator: row.outside },
    reproduction: { learners: row.learners, trainers: row.trainers },
    handOvers: generations.reduce((sum, { handOvers }) => sum + handOvers, 0),
  };
}

/** One row a generation from 0 on: the database has one for people and one for hand-overs. */
function withoutGaps(found: GenerationRow[]): GenerationRow[] {
  const last = Math.max(-1, ...found.map(({ generation }) => generation));
  return Array.from({ length: last + 1 }, (_, generation) =>
    found
      .filter((row) => row.generation === generation)
      .reduce(added, { generation, people: 0, handOvers: 0, delivered: 0, possible: 0 }),
  );
}

function added(sum: GenerationRow, row: GenerationRow): GenerationRow {
  return {
    generation: sum.generation,
    people: sum.people + row.people,
    handOvers: sum.handOvers + row.handOvers,
    delivered: sum.delivered + row.delivered,
    possible: sum.possible + row.possible,
  };
}
