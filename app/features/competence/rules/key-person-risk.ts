/** What a unit has of one competence, and the least that its requirement asks for. */
export type RequirementState = {
  holders: number;
  /** Holders who are cleared to teach. */
  carriers: number;
  minHolders: number;
  minCarriers: number;
};

/** How many more it takes; both 0 where there is no risk. */
export type KeyPersonRisk = { holdersMissing: number; carriersMissing: number };

/** Where one who leaves would break the unit's ability: fewer holders or carriers than required. */
export function keyPersonRisk(state: RequirementState): KeyPersonRisk {
  return {
    holdersMissing: Math.max(0, state.minHolders - state.holders),
    carriersMissing: Math.max(0, state.minCarriers - state.carriers),
  };
}

export function isAtRisk(state: RequirementState): boolean {
  const { holdersMissing, carriersMissing } = keyPersonRisk(state);
  return holdersMissing > 0 || carriersMissing > 0;
}
