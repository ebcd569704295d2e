import type { IsoDate } from "~/terms/day";

/** How much of everything an invented authority has. */
export type AuthoritySize = {
  today: IsoDate;
  departments: number;
  /** Work groups below the departments; all people belong to one. */
  groups: number;
  people: number;
  methods: number;
  /** Core elements of a method. */
  elements: number;
  attestations: number;
  trainingRecords: number;
  handOvers: number;
  projects: number;
  /** Lines of a project's budget; the last one takes own hours. */
  lines: number;
  costs: number;
  ownHours: number;
};

/**
 * The authority of a city of a million at share 1. A smaller share has fewer units and projects,
 * each as large as the large one's: what costs more there costs so because of all the others.
 */
export function authoritySize(share: number, today: IsoDate): AuthoritySize {
  const units = Math.round(200 * share);
  const departments = Math.max(1, Math.round(units / 20));
  return {
    today,
    departments,
    groups: units - departments - 1,
    people: Math.round(10_000 * share),
    methods: 6,
    elements: 10,
    attestations: Math.round(300_000 * share),
    trainingRecords: Math.round(60_000 * share),
    handOvers: Math.round(20_000 * share),
    projects: Math.round(200 * share),
    lines: 8,
    costs: Math.round(200_000 * share),
    ownHours: Math.round(50_000 * share),
  };
}
