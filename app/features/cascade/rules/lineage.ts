import type { IsoDate } from "~/terms/day";
import type { Acquisition } from "./acquisition";
import type { CascadeInput } from "./cascade-input";
import {
  type HandOverOverTime,
  lineageOverTime,
  type LineageFacts,
  type LineageOverTime,
  type PersonStretch,
} from "./lineage-over-time";
import type { CountedStanding, StandingReason } from "./standing";
import { stretchOn } from "./steps";

/** Who learned the method from whom, as of one day. Both maps are in the order of their ids. */
export type Lineage = {
  /** Everybody who acquired the method by that day, once. */
  people: ReadonlyMap<string, Acquisition>;
  /** Every hand-over of the input. */
  handOvers: ReadonlyMap<string, HandOverTrace>;
};

export type HandOverTrace = CountedHandOver | NotCountedHandOver;

export type CountedHandOver = CountedStanding & {
  /** Who confirmed by that day, those included who had acquired the method before. By id. */
  learners: readonly string[];
};

export type NotCountedHandOver = { counted: false; reason: NotCountedReason };

/** In the order in which they are asked: a hand-over is given the first that applies. */
export type NotCountedReason = "after-as-of" | StandingReason;

/** The lineage of `input` as of its day. */
export function traceLineage(input: CascadeInput): Lineage {
  return lineageOn(input.asOf, lineageOverTime(factsOf(input)));
}

/** The lineage as of one day, out of that of all days. */
export function lineageOn(day: IsoDate, { people, handOvers }: LineageOverTime): Lineage {
  const acquired = new Map<string, Acquisition>();
  for (const [person, stretches] of people) {
    const stretch = stretchOn(stretches, day);
    if (stretch) acquired.set(person, acquisitionIn(stretch));
  }
  const traces = new Map<string, HandOverTrace>();
  for (const [id, handOver] of handOvers) traces.set(id, traceOn(day, handOver));
  return { people: acquired, handOvers: traces };
}

/** The input tells of those trainers alone who had said yes by its day. */
function factsOf({ acquisitions, mayTeach, handOvers }: CascadeInput): LineageFacts {
  return {
    acquisitions,
    mayTeach,
    handOvers: handOvers.map(({ id, date, trainers, learners }) => ({
      id,
      date,
      trainers: trainers.map((person) => ({ person, agreed: date })),
      learners,
    })),
  };
}

function acquisitionIn({ acquiredOn, generation, handOver, learnedFrom }: PersonStretch) {
  return { acquiredOn, generation, from: handOver, learnedFrom };
}

function traceOn(day: IsoDate, { standing, learners }: HandOverOverTime): HandOverTrace {
  const stretch = stretchOn(standing, day);
  if (!stretch) return { counted: false, reason: "after-as-of" };
  if (!stretch.counted) return { counted: false, reason: stretch.reason };
  const { counted, generation, validTrainers } = stretch;
  const confirmed = learners.filter(({ from }) => from <= day).map(({ person }) => person);
  return { counted, generation, validTrainers, learners: confirmed };
}
