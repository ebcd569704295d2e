import type { IsoDate } from "~/terms/day";
import type { FirstDay } from "./first-days";
import { compareIds } from "./id-order";
import type { HandOverFacts } from "./standing";
import { type Step, type Stretch, stretchesOf } from "./steps";

/** The circle that somebody's history in a method belongs to as of these days. */
export type CircleStretch = Stretch & { circle: string };

type Joining = Pick<HandOverFacts, "date" | "trainers" | "learners">;

/**
 * Who belongs together in a method's history, for every day as of which it may be asked: people who
 * took part in the same hand-over, and whoever is joined to them by others, at any remove: learners
 * once they have said yes, trainers with the first of these. So what nobody has said yes to moves no
 * figure, and what comes to count later none of an earlier day. A history begins with what was
 * learned `outside` or with a part.
 *
 * A circle is known by one of its people. Where circles come together the name of the largest stays,
 * of two as large the first by id: so few people's circle gets another name.
 */
export function circlesOverTime(
  outside: readonly FirstDay[],
  handOvers: readonly Joining[],
): ReadonlyMap<string, readonly CircleStretch[]> {
  const people = new Map<string, string[]>();
  const steps = new Map<string, Step<string>[]>();
  for (const { day, joins } of inDayOrder(outside, handOvers)) {
    for (const circles of together(joins.map((each) => each.map((one) => circleOf(one, day))))) {
      const [kept = "", ...others] = circles.sort(largestFirst);
      for (const circle of others) moveAll(circle, kept, day);
    }
  }
  return new Map(
    [...steps].map(([person, theirs]) => [person, stretchesOf(theirs, circleStretch)]),
  );

  /** The circle of now; who has none yet is one alone from the day on. */
  function circleOf(person: string, day: IsoDate): string {
    const known = steps.get(person)?.at(-1);
    if (known) return known.value;
    steps.set(person, [{ from: day, value: person }]);
    people.set(person, [person]);
    return person;
  }

  function largestFirst(a: string, b: string): number {
    return (people.get(b)?.length ?? 0) - (people.get(a)?.length ?? 0) || compareIds(a, b);
  }

  function moveAll(circle: string, to: string, day: IsoDate): void {
    for (const person of people.get(circle) ?? []) {
      const theirs = steps.get(person) ?? [];
      if (theirs.at(-1)?.from === day) theirs.pop();
      theirs.push({ from: day, value: to });
      people.get(to)?.push(person);
    }
    people.delete(circle);
  }
}

type Events = { day: IsoDate; joins: string[][] };

function inDayOrder(outside: readonly FirstDay[], handOvers: readonly Joining[]): Events[] {
  const days = new Map<IsoDate, Events>();
  for (const { person, from } of outside) on(from).joins.push([person]);
  for (const { date, trainers, learners } of handOvers) {
    const taught = trainers.map(({ person }) => person);
    for (const { person, confirmed } of learners) {
      if (confirmed === null || taught.includes(person)) continue;
      on(confirmed < date ? date : confirmed).joins.push([...taught, person]);
    }
  }
  return [...days.values()].sort((a, b) => compareIds(a.day, b.day));

  function on(day: IsoDate): Events {
    const known = days.get(day) ?? { day, joins: [] };
    days.set(day, known);
    return known;
  }
}

/** Lists that share a name, at any remove, become one, each name once. */
function together(lists: readonly string[][]): string[][] {
  const found = new Map<string, Set<string>>();
  for (const names of lists) {
    const sets = new Set(names.map((name) => found.get(name) ?? alone(name)));
    const [largest, ...others] = [...sets].sort((a, b) => b.size - a.size);
    for (const name of others.flatMap((set) => [...set])) {
      largest?.add(name);
      found.set(name, largest ?? alone(name));
    }
  }
  return [...new Set(found.values())].map((names) => [...names]);

  function alone(name: string): Set<string> {
    const set = new Set([name]);
    found.set(name, set);
    return set;
  }
}

function circleStretch({ from, until }: Stretch, circle: string): CircleStretch {
  return { from, until, circle };
}
