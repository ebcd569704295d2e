import type { Level } from "~/terms/level";

export type Coverage = {
  /** People who should hold the competence and do. */
  holders: number;
  /** Of the holders: those who were watched at the level that is asked for. */
  observed: number;
  /** Everybody who should hold it. */
  people: number;
};

/** A person with their confirmed level in one competence; a person without any has level 0. */
export type PersonsLevel = { personId: string; level: Level; observed: Level };

/**
 * How many hold a competence at a level, among those who should. Give `shouldHold` active people
 * only; holders outside it are not counted here.
 */
export function coverage({
  shouldHold,
  levels,
  atLevel,
}: {
  shouldHold: readonly string[];
  levels: readonly PersonsLevel[];
  atLevel: Level;
}): Coverage {
  const group = new Set(shouldHold);
  const among = levels.filter(({ personId }) => group.has(personId));
  return {
    holders: among.filter(({ level }) => level >= atLevel).length,
    observed: among.filter(({ observed }) => observed >= atLevel).length,
    people: group.size,
  };
}
