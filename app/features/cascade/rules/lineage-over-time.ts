import type { IsoDate } from "~/terms/day";
import { type Acquisition, keepAcquisitions } from "./acquisition";
import type { OutsideAcquisition } from "./cascade-input";
import { firstDays } from "./first-days";
import { compareIds } from "./id-order";
import type { HandOverFacts, Standing } from "./standing";
import { type LearnerPart, standingOverTime } from "./standing-over-time";
import { notBefore, type Steps, type Stretch, stretchesOf, valueOn } from "./steps";

/** All that one method's lineage follows from, on whatever day it is asked for. */
export type LineageFacts = {
  /** What was learned outside; the earliest of a person's entries is kept. */
  acquisitions: readonly OutsideAcquisition[];
  /** Person → the first day on which they are cleared to teach the method. */
  mayTeach: Readonly<Record<string, IsoDate>>;
  handOvers: readonly HandOverFacts[];
};

/**
 * Who learned one method from whom, for every day that may be asked for. Both maps are in the
 * order of their ids.
 *
 * The days of a stretch are those **as of which** it is so, not those on which something was held
 * or learned: it is so as of each day from `from` on and before `until`, by all that counts by the
 * end of that day. Who confirms in June a hand-over of March acquired the method in March
 * (`acquiredOn`), and this is so as of June; as of May they had not acquired it. So what comes to
 * count later changes no earlier day, and a figure of any day is read from the stretches that
 * hold it. Those of one person or hand-over lie end to end, the last has no end, and no two
 * neighbours say the same.
 */
export type LineageOverTime = {
  /** Everybody who ever acquires the method, from the first day as of which they have. */
  people: ReadonlyMap<string, readonly PersonStretch[]>;
  /** Every hand-over of the facts. */
  handOvers: ReadonlyMap<string, HandOverOverTime>;
};

/**
 * The acquisition that a person keeps as of these days. It ends when an earlier one comes to
 * count, or when its hand-over comes to give another generation or to have more valid trainers.
 */
export type PersonStretch = Stretch & {
  acquiredOn: IsoDate;
  generation: number;
  /** The hand-over it was learned in; null for what was learned outside. */
  handOver: string | null;
  /** The valid trainers of that hand-over, by id; empty for what was learned outside. */
  learnedFrom: readonly string[];
};

export type HandOverOverTime = {
  /** From the hand-over's own day on: as of an earlier day it has not been held. */
  standing: readonly HandOverStretch[];
  /**
   * The learners whose part ever counts, by id. A part that counts goes on counting: as of a day
   * from its `from` on the hand-over counts, and this person is one of its learners.
   */
  learners: readonly LearnerPart[];
};

/** Whether a hand-over counts as of these days and what it gives, or why it doesn't count. */
export type HandOverStretch = Stretch & Standing;

/**
 * Follows the method from those who learned it outside through every hand-over that ever counts,
 * for all days at once.
 *
 * A trainer has learned on an earlier day than the hand-over's, whatever day is asked for: one
 * pass by the hand-overs' own days sees each trainer's whole history up to there, hand-overs of
 * one day don't see each other, and no cycle can arise. Joining and leaving days decide nothing.
 */
export function lineageOverTime(facts: LineageFacts): LineageOverTime {
  const acquired = acquiredOutside(facts);
  const history = { acquired, mayTeach: new Map(Object.entries(facts.mayTeach)) };
  const handOvers: [id: string, HandOverOverTime][] = [];

  for (const handOver of [...facts.handOvers].sort(byDate)) {
    const { standing, learners } = standingOverTime(handOver, history);
    handOvers.push([handOver.id, { standing: stretchesOf(standing, handOverStretch), learners }]);
    for (const { person, from } of learners) {
      const kept = acquired.get(person) ?? [];
      if (hadLearned(kept, { by: from, before: handOver.date })) continue;
      const offered = notBefore(acquisitionsIn(handOver, standing), from);
      acquired.set(person, keepAcquisitions(kept, offered));
    }
  }
  const people = [...acquired].map(([person, steps]): [string, PersonStretch[]] => [
    person,
    stretchesOf(steps, personStretch),
  ]);
  return { people: inIdOrder(people), handOvers: inIdOrder(handOvers) };
}

function acquiredOutside({ acquisitions }: LineageFacts): Map<string, Steps<Acquisition>> {
  const acquired = new Map<string, Steps<Acquisition>>();
  for (const { person, from } of firstDays(acquisitions, ({ date }) => date)) {
    const value = { acquiredOn: from, generation: 0, from: null, learnedFrom: [] };
    acquired.set(person, [{ from, value }]);
  }
  return acquired;
}

function byDate(a: HandOverFacts, b: HandOverFacts): number {
  return compareIds(a.date, b.date);
}

/** Who had learned earlier keeps that, or what is earlier still: most parts change nobody. */
function hadLearned(
  kept: Steps<Acquisition>,
  { by, before }: { by: IsoDate; before: IsoDate },
): boolean {
  const acquisition = valueOn(kept, by);
  return acquisition !== undefined && acquisition.acquiredOn < before;
}

/** What a learner acquires in a hand-over, while it counts. */
function acquisitionsIn(
  { id, date }: HandOverFacts,
  standing: Steps<Standing>,
): Steps<Acquisition> {
  return standing.flatMap(({ from, value }) => {
    if (!value.counted) return [];
    const { generation, validTrainers: learnedFrom } = value;
    return [{ from, value: { acquiredOn: date, generation, from: id, learnedFrom } }];
  });
}

function personStretch({ from, until }: Stretch, kept: Acquisition): PersonStretch {
  const { acquiredOn, generation, from: handOver, learnedFrom } = kept;
  return { from, until, acquiredOn, generation, handOver, learnedFrom };
}

function handOverStretch({ from, until }: Stretch, standing: Standing): HandOverStretch {
  if (!standing.counted) return { from, until, counted: false, reason: standing.reason };
  const { generation, validTrainers } = standing;
  return { from, until, counted: true, generation, validTrainers };
}

function inIdOrder<Value>(entries: [id: string, Value][]): Map<string, Value> {
  return new Map(entries.sort(([a], [b]) => compareIds(a, b)));
}
