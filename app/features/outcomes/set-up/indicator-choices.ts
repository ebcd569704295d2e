import { computedSources } from "../rules/computed-sources";

export const directions = ["higher", "lower"] as const;
export const cumulations = ["sum", "latest", "average"] as const;
/** `typed`: somebody measures and writes it down. */
export const indicatorSources = ["typed", ...computedSources] as const;
/** From when the targets hold: since a decision, or as they were meant from the start. */
export const targetsSince = ["decided", "start"] as const;
/** As many dated targets as an indicator may have. */
export const mostTargets = 20;
