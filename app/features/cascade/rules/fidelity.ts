import type { CascadeInput } from "./cascade-input";
import type { Lineage } from "./lineage";

/** One generation. Its fidelity is `delivered` ÷ `possible`, where anything was possible. */
export type GenerationRow = {
  generation: number;
  /** People whose kept acquisition is of this generation. */
  people: number;
  /** Counted hand-overs that give this generation, also where nobody in them was new. */
  handOvers: number;
  /** Core elements delivered in those hand-overs. */
  delivered: number;
  /** Core elements that the method had on the day of each of those hand-overs. */
  possible: number;
};

/** A generation of which `ownHandOvers` of the hand-overs were entered for one project. */
export type ProjectGeneration = GenerationRow & { ownHandOvers: number };

/**
 * One row a generation from 0 to the highest that a person has or a counted hand-over gives,
 * without gaps; no row where nobody has acquired the method.
 */
export function generationRows(input: CascadeInput, lineage: Lineage): GenerationRow[] {
  const rows: GenerationRow[] = [];
  for (const { generation } of lineage.people.values()) rowOf(rows, generation).people += 1;
  for (const { id, elementsDelivered, coreElements } of input.handOvers) {
    const trace = lineage.handOvers.get(id);
    if (!trace?.counted) continue;
    const row = rowOf(rows, trace.generation);
    row.handOvers += 1;
    row.delivered += elementsDelivered;
    row.possible += coreElements ?? input.method.coreElements;
  }
  return rows;
}

function rowOf(rows: GenerationRow[], generation: number): GenerationRow {
  for (let next = rows.length; next <= generation; next += 1) {
    rows.push({ generation: next, people: 0, handOvers: 0, delivered: 0, possible: 0 });
  }
  const row = rows[generation];
  if (row === undefined) throw new RangeError(`No generation ${generation}`);
  return row;
}
