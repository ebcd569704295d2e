import type { CascadeFigures } from "~/features/cascade/rules/cascade-figures";
import type { CascadeInput, HandOver } from "~/features/cascade/rules/cascade-input";
import type { HandOverTrace, Lineage, NotCountedReason } from "~/features/cascade/rules/lineage";

type Known = { person: string; date: string; generation: number; from: string | null };
type Trainer = { person: string; learned: boolean; valid: boolean };

/**
 * The rules once more, slowly and without the code under test: everybody's acquisition is worked
 * out again from all the hand-overs until nothing changes. It shares only types with the rules.
 */
export function naiveFigures(input: CascadeInput): CascadeFigures {
  return figuresOf(input, acquisitionsIn(input));
}

/** The same for who learned from whom, and what becomes of each hand-over. */
export function naiveLineage(input: CascadeInput): Lineage {
  const known = acquisitionsIn(input);
  const validTrainers = (handOver: HandOver): string[] =>
    distinct(
      trainersOf(input, known, handOver).flatMap(({ person, valid }) => (valid ? [person] : [])),
    );
  const learnedFrom = (id: string | null): string[] =>
    input.handOvers.filter((handOver) => handOver.id === id).flatMap(validTrainers);
  const traceOf = (id: string): HandOverTrace => {
    const handOver = input.handOvers.find((one) => one.id === id)!;
    const reason = reasonNotCounted(input, known, handOver);
    if (reason !== null) return { counted: false, reason };
    return {
      counted: true,
      generation: generationGiven(input, known, handOver),
      validTrainers: validTrainers(handOver),
      learners: distinct(confirmedLearners(input, handOver)),
    };
  };
  return {
    people: new Map(
      known.map(({ person, date, generation, from }) => [
        person,
        { acquiredOn: date, generation, from, learnedFrom: learnedFrom(from) },
      ]),
    ),
    handOvers: new Map(
      distinct(input.handOvers.map(({ id }) => id)).map((id) => [id, traceOf(id)]),
    ),
  };
}

function acquisitionsIn(input: CascadeInput): Known[] {
  let known: Known[] = [];
  for (;;) {
    const next = workOut(input, known);
    if (JSON.stringify(next) === JSON.stringify(known)) return known;
    known = next;
  }
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)].sort();
}

function workOut(input: CascadeInput, known: Known[]): Known[] {
  const offered: Known[] = input.acquisitions
    .filter(({ date }) => date <= input.asOf)
    .map(({ person, date }) => ({ person, date, generation: 0, from: null }));
  for (const handOver of input.handOvers) {
    if (reasonNotCounted(input, known, handOver) !== null) continue;
    const generation = generationGiven(input, known, handOver);
    for (const person of confirmedLearners(input, handOver)) {
      offered.push({ person, date: handOver.date, generation, from: handOver.id });
    }
  }
  // "" comes before every id, so what was learned outside comes first on its day.
  const keys = (k: Known): (string | number)[] => [
    k.date,
    k.from === null ? 0 : 1,
    k.generation,
    k.from ?? "",
  ];
  const persons = [...new Set(offered.map(({ person }) => person))].sort();
  return persons.flatMap((person) =>
    offered
      .filter((k) => k.person === person)
      .sort((a, b) => compareKeys(keys(a), keys(b)))
      .slice(0, 1),
  );
}

function compareKeys(a: (string | number)[], b: (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? "";
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}

function trainersOf(input: CascadeInput, known: Known[], handOver: HandOver): Trainer[] {
  return handOver.trainers.map((person) => {
    const learned = known.some((k) => k.person === person && k.date < handOver.date);
    const cleared = Object.entries(input.mayTeach).some(
      ([id, day]) => id === person && day <= handOver.date,
    );
    return { person, learned, valid: learned && cleared };
  });
}

function reasonNotCounted(
  input: CascadeInput,
  known: Known[],
  handOver: HandOver,
): NotCountedReason | null {
  const trainers = trainersOf(input, known, handOver);
  if (handOver.date > input.asOf) return "after-as-of";
  if (!trainers.some(({ learned }) => learned)) return "trainer-had-not-learned";
  if (!trainers.some(({ valid }) => valid)) return "trainer-not-cleared";
  if (confirmedLearners(input, handOver).length === 0) return "not-confirmed";
  return null;
}

function generationGiven(input: CascadeInput, known: Known[], handOver: HandOver): number {
  const generations = trainersOf(input, known, handOver)
    .filter(({ valid }) => valid)
    .flatMap(({ person }) => known.filter((k) => k.person === person))
    .map(({ generation }) => generation);
  return 1 + Math.min(...generations);
}

function confirmedLearners(input: CascadeInput, handOver: HandOver): string[] {
  return handOver.learners
    .filter(({ person }) => !handOver.trainers.includes(person))
    .filter(({ confirmed }) => confirmed !== null && confirmed <= input.asOf)
    .map(({ person }) => person);
}

function figuresOf(input: CascadeInput, known: Known[]): CascadeFigures {
  const counted = input.handOvers.filter((h) => reasonNotCounted(input, known, h) === null);
  const taught = (person: string): boolean =>
    counted.some((h) => trainersOf(input, known, h).some((t) => t.valid && t.person === person));
  const left = (person: string): boolean =>
    input.people.some((p) => p.id === person && p.left !== null && p.left <= input.asOf);
  const active = (person: string): boolean =>
    input.people.some((p) => p.id === person && p.joined <= input.asOf) && !left(person);
  const inGroup = ({ person }: Known): boolean => input.shouldHold.includes(person);
  const outside = known.filter(({ from }) => from === null);
  const reached = [
    ...known.map(({ generation }) => generation),
    ...counted.map((h) => generationGiven(input, known, h)),
  ];
  const everybody = [...known.map(({ person }) => person), ...counted.flatMap((h) => h.trainers)];

  return {
    people: Object.fromEntries(
      known.map(({ person, generation, from }) => [person, { generation, from }]),
    ),
    reach: {
      numerator: known.filter((k) => inGroup(k) && !left(k.person)).length,
      denominator: input.shouldHold.length,
      beside: known.filter((k) => !inGroup(k) && active(k.person)).length,
    },
    activation: {
      numerator: outside.filter(({ person }) => taught(person)).length,
      denominator: outside.length,
    },
    reproduction: {
      learners: known.filter(({ from }) => from !== null).length,
      trainers: [...new Set(everybody)].filter(taught).length,
    },
    generations: Array.from({ length: Math.max(-1, ...reached) + 1 }, (_, generation) => {
      const given = counted.filter((h) => generationGiven(input, known, h) === generation);
      return {
        generation,
        people: known.filter((k) => k.generation === generation).length,
        handOvers: given.length,
        delivered: given.reduce((sum, h) => sum + h.elementsDelivered, 0),
        possible: given.reduce(
          (sum, h) =>
            sum + (h.coreElements === undefined ? input.method.coreElements : h.coreElements),
          0,
        ),
      };
    }),
    deadEnds: known
      .filter(({ person, generation }) => generation >= 1 && !taught(person))
      .map(({ person }) => person),
    carriers: known
      .map(({ person }) => person)
      .filter((person) => active(person) && wasCleared(input, person)),
    notCounted: input.handOvers
      .flatMap((h) => {
        const reason = reasonNotCounted(input, known, h);
        return reason === null ? [] : [{ handOver: h.id, reason }];
      })
      .sort((a, b) => compareKeys([a.handOver], [b.handOver])),
  };
}

function wasCleared(input: CascadeInput, person: string): boolean {
  return Object.entries(input.mayTeach).some(([id, day]) => id === person && day <= input.asOf);
}
