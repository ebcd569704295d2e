import { type Activation, activation } from "./activation";
import { carriers } from "./carriers";
import type { CascadeInput } from "./cascade-input";
import { deadEnds } from "./dead-ends";
import { type GenerationRow, generationRows } from "./fidelity";
import { type Lineage, type NotCountedReason, traceLineage } from "./lineage";
import { type Reach, reach } from "./reach";
import { type Reproduction, reproduction } from "./reproduction";

/** The figures of one method's cascade on one day, as pages show and the command prints them. */
export type CascadeFigures = {
  /** Everybody who acquired the method. */
  people: Record<string, { generation: number; from: string | null }>;
  reach: Reach;
  activation: Activation;
  reproduction: Reproduction;
  generations: GenerationRow[];
  deadEnds: string[];
  carriers: string[];
  notCounted: { handOver: string; reason: NotCountedReason }[];
};

/**
 * The figures of `input`. Lists are sorted by id, so the order of the input's lists doesn't
 * matter. A caller that also shows the lineage passes it in, so that it is traced once.
 */
export function cascadeFigures(
  input: CascadeInput,
  lineage: Lineage = traceLineage(input),
): CascadeFigures {
  return {
    people: placesInLineage(lineage),
    reach: reach(input, lineage),
    activation: activation(lineage),
    reproduction: reproduction(lineage),
    generations: generationRows(input, lineage),
    deadEnds: deadEnds(lineage),
    carriers: carriers(input, lineage),
    notCounted: notCounted(lineage),
  };
}

function placesInLineage(lineage: Lineage): CascadeFigures["people"] {
  const places = [...lineage.people].map(
    ([person, { generation, from }]) => [person, { generation, from }] as const,
  );
  return Object.fromEntries(places);
}

function notCounted(lineage: Lineage): CascadeFigures["notCounted"] {
  return [...lineage.handOvers].flatMap(([handOver, trace]) =>
    trace.counted ? [] : [{ handOver, reason: trace.reason }],
  );
}
