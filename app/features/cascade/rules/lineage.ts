import type { IsoDate } from "~/terms/day";
import { type Acquisition, keepAcquisition } from "./acquisition";
import type { CascadeInput, HandOver } from "./cascade-input";
import { compareIds } from "./id-order";
import { type TeachingRecord, trainerRefusalOn } from "./valid-trainer";

/** Who learned the method from whom. Both maps are in the order of their ids. */
export type Lineage = {
  /** Everybody who acquired the method by `asOf`, once. */
  people: ReadonlyMap<string, PersonLineage>;
  /** Every hand-over of the input. */
  handOvers: ReadonlyMap<string, HandOverTrace>;
};

export type PersonLineage = Acquisition & {
  /** The valid trainers of the hand-over it was learned in; empty for generation 0. */
  learnedFrom: readonly string[];
};

export type HandOverTrace = CountedHandOver | NotCountedHandOver;

export type CountedHandOver = {
  counted: true;
  /** The generation it gives: 1 + the lowest of its valid trainers'. */
  generation: number;
  validTrainers: readonly string[];
  /** Who confirmed by `asOf`, those included who had acquired the method before. */
  learners: readonly string[];
};

export type NotCountedHandOver = { counted: false; reason: NotCountedReason };

/** In the order in which they are asked: a hand-over is given the first that applies. */
export type NotCountedReason =
  "after-as-of" | "trainer-had-not-learned" | "trainer-not-cleared" | "not-confirmed";

/**
 * Follows the method from those who learned it outside through every hand-over that counts.
 *
 * A trainer has learned on an earlier day than the hand-over's, so one pass by date sees every
 * trainer's kept acquisition, hand-overs of one day don't see each other, and no cycle can arise.
 * Joining and leaving days decide nothing here.
 */
export function traceLineage(input: CascadeInput): Lineage {
  const people = acquiredOutside(input);
  const handOvers = new Map<string, HandOverTrace>();
  const records = teachingRecords(input, people);

  for (const handOver of [...input.handOvers].sort(byDate)) {
    const trace = judge(handOver, { asOf: input.asOf, people, records });
    handOvers.set(handOver.id, trace);
    if (!trace.counted) continue;
    const acquisition = {
      acquiredOn: handOver.date,
      generation: trace.generation,
      from: handOver.id,
      learnedFrom: trace.validTrainers,
    };
    for (const learner of trace.learners) {
      people.set(learner, keepAcquisition(people.get(learner), acquisition));
    }
  }
  return { people: inIdOrder(people), handOvers: inIdOrder(handOvers) };
}

function acquiredOutside({ acquisitions, asOf }: CascadeInput): Map<string, PersonLineage> {
  const people = new Map<string, PersonLineage>();
  for (const { person, date } of acquisitions) {
    if (date > asOf) continue;
    const acquisition = { acquiredOn: date, generation: 0, from: null, learnedFrom: [] };
    people.set(person, keepAcquisition(people.get(person), acquisition));
  }
  return people;
}

function teachingRecords(
  { mayTeach }: CascadeInput,
  people: ReadonlyMap<string, PersonLineage>,
): (person: string) => TeachingRecord {
  const mayTeachFrom = new Map(Object.entries(mayTeach));
  return (person) => ({
    acquiredOn: people.get(person)?.acquiredOn ?? null,
    mayTeachFrom: mayTeachFrom.get(person) ?? null,
  });
}

function byDate(a: HandOver, b: HandOver): number {
  return compareIds(a.date, b.date);
}

type Known = {
  asOf: IsoDate;
  people: ReadonlyMap<string, PersonLineage>;
  records: (person: string) => TeachingRecord;
};

function judge(handOver: HandOver, { asOf, people, records }: Known): HandOverTrace {
  if (handOver.date > asOf) return { counted: false, reason: "after-as-of" };

  const trainers = new Set(handOver.trainers);
  const validTrainers: string[] = [];
  let somebodyHadLearned = false;
  let generation = Infinity;
  for (const trainer of trainers) {
    const refusal = trainerRefusalOn(handOver.date, records(trainer));
    if (refusal === null || refusal === "not-cleared") somebodyHadLearned = true;
    if (refusal !== null) continue;
    validTrainers.push(trainer);
    generation = Math.min(generation, 1 + (people.get(trainer)?.generation ?? Infinity));
  }
  if (!somebodyHadLearned) return { counted: false, reason: "trainer-had-not-learned" };
  if (validTrainers.length === 0) return { counted: false, reason: "trainer-not-cleared" };

  const learners = confirmedLearners(handOver, { asOf, trainers });
  if (learners.length === 0) return { counted: false, reason: "not-confirmed" };
  return { counted: true, generation, validTrainers: validTrainers.sort(compareIds), learners };
}

/** Nobody named as a trainer is a learner of the same hand-over, even if they could not teach. */
function confirmedLearners(
  { learners }: HandOver,
  { asOf, trainers }: { asOf: IsoDate; trainers: ReadonlySet<string> },
): string[] {
  const confirmed = learners.filter(
    (learner) =>
      learner.confirmed !== null && learner.confirmed <= asOf && !trainers.has(learner.person),
  );
  return [...new Set(confirmed.map((learner) => learner.person))].sort(compareIds);
}

function inIdOrder<Value>(map: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...map].sort(([a], [b]) => compareIds(a, b)));
}
