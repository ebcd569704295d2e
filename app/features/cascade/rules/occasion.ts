/** How a hand-over was held. */
export const handOverForms = [
  "walk_through",
  "supervision",
  "side_by_side",
  "in_house_course",
] as const;
export type HandOverForm = (typeof handOverForms)[number];

/** The levels that a hand-over may give: who learned from a colleague can't teach by that alone. */
export const givenLevels = [1, 2, 3] as const;
export type GivenLevel = (typeof givenLevels)[number];

/** A stored level as one that a hand-over may give. Throws for any other. */
export function givenLevel(level: number): GivenLevel {
  const known = givenLevels.find((given) => given === level);
  if (known === undefined) throw new RangeError(`A hand-over does not give level ${level}`);
  return known;
}

/** A learner's answer. Waiting until they have given one. */
export type LearnersAnswer = "waiting" | "confirmed" | "declined";

export function answerOf(learner: { confirmedOn: unknown; declinedOn: unknown }): LearnersAnswer {
  if (learner.confirmedOn !== null) return "confirmed";
  return learner.declinedOn === null ? "waiting" : "declined";
}
