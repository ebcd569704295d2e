import type { Level } from "~/terms/level";
import { isCarrier, isHolder, isWatched, type Known } from "./confirmed-level";

/** How a competence is covered among those who should hold it. */
export type Coverage = {
  /** Everybody who should hold it. */
  people: number;
  holders: number;
  /** Of the holders: those who were watched at the level that is asked for. */
  observed: number;
  /** Those who may hand it on. */
  carriers: number;
};

/**
 * The coverage at a level among those who should hold it, each given once with what is known of
 * them, level 0 included. Give active people only. Relation `coverage_in`.
 */
export function coverage(shouldHold: readonly Known[], atLevel: Level): Coverage {
  return {
    people: shouldHold.length,
    holders: shouldHold.filter((known) => isHolder(known, atLevel)).length,
    observed: shouldHold.filter((known) => isWatched(known, atLevel)).length,
    carriers: shouldHold.filter(isCarrier).length,
  };
}
