import type { IsoDate } from "~/terms/day";
import type { HandOverLearner } from "./cascade-input";

/** One hand-over, with every day that decides whether it counts, from when and for whom. */
export type HandOverFacts = {
  id: string;
  /** The day it was held. */
  date: IsoDate;
  trainers: readonly HandOverTrainer[];
  learners: readonly HandOverLearner[];
};

export type HandOverTrainer = {
  person: string;
  /** The day the trainer said yes; null until then. */
  agreed: IsoDate | null;
};

/** What a hand-over is as of a day: its own, or a later one. */
export type Standing = CountedStanding | NotCountedStanding;

export type CountedStanding = {
  counted: true;
  /** The generation it gives: 1 + the lowest of its valid trainers'. */
  generation: number;
  /** By id. */
  validTrainers: readonly string[];
};

export type NotCountedStanding = { counted: false; reason: StandingReason };

/** In the order in which they are asked: a hand-over is given the first that applies. */
export type StandingReason = "trainer-had-not-learned" | "trainer-not-cleared" | "not-confirmed";
