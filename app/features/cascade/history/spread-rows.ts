import type { GenerationRow } from "../rules/fidelity";

/** What the figures of one method are made of, as the database counts it. */
export type SpreadRow = {
  competenceId: string;
  code: string;
  name: string;
  groupSize: number;
  reached: number;
  beside: number;
  outside: number;
  activated: number;
  learners: number;
  trainers: number;
  deadEnds: number;
  deadEndsInGroup: number;
  deadEndsBeside: number;
  carriers: number;
  carriersInGroup: number;
  generations: GenerationRow[];
};
